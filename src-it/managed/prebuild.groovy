io.github.buddymaven.it.InvokerCase.before(context)
