io.github.buddymaven.it.InvokerCase.before(context) { it.pipeline('buddy', 'Größe %2F/../ "a"?#🚀', 2) }
