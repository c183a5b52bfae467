io.github.buddymaven.it.Case.before(context, 'Größe %2F/../ "a"?#🚀')
