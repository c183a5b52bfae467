io.github.buddymaven.it.Case.before(context) { it.pipeline('buddy', 'Größe %2F/../ "a"?#🚀', 2) }
