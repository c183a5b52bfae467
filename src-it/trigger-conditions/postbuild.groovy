import io.github.buddymaven.it.Case

Case.after(context, basedir) { build ->
    build.assertEachIsSentOnce()
    build.assertNothingIsSentAgain()
}
