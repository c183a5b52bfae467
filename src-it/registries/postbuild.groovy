import io.github.buddymaven.it.InvokerCase

InvokerCase.after(context, basedir) { build ->
    build.assertEachIsSentOnce()
    build.assertOnlySentAgain('OTHER', 'password')
}
