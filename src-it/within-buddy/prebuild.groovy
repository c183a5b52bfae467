io.github.buddymaven.it.Case.before(context)
