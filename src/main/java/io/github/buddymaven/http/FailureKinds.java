package io.github.buddymaven.http;

import io.github.buddymaven.http.HttpFailure.Kind;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;

/** Tells from an exception what went wrong. */
final class FailureKinds {
    /** Causes nest a few levels deep; more than this is a loop. */
    private static final int DEEPEST = 16;

    private FailureKinds() {}

    static Kind of(Throwable failure, boolean sent) {
        if (has(failure, TlsSettingsException.class)) {
            return Kind.TLS_SETTINGS;
        }
        if (failure instanceof SSLException) {
            return tls(failure);
        }
        if (failure instanceof ProxyRefusedException refused) {
            return refused.wantsLogin() ? Kind.PROXY_LOGIN : Kind.PROXY_REFUSED;
        }
        if (failure instanceof UnknownHostException) {
            return Kind.UNKNOWN_HOST;
        }
        if (failure instanceof ConnectTimeoutException) {
            return Kind.CONNECT_TIMEOUT;
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return Kind.CONNECTION_REFUSED;
        }
        if (failure instanceof SocketTimeoutException) {
            return sent ? Kind.EXCHANGE_TIMEOUT : Kind.CONNECT_TIMEOUT;
        }
        return answer(failure);
    }

    private static Kind answer(Throwable failure) {
        if (failure instanceof AnswerTooLargeException) {
            return Kind.ANSWER_TOO_LARGE;
        }
        if (failure instanceof TruncatedChunkException) {
            return Kind.CONNECTION_LOST;
        }
        if (failure instanceof ClientProtocolException
                || failure instanceof MalformedChunkCodingException
                || failure instanceof MessageConstraintException) {
            return Kind.ANSWER_MALFORMED;
        }
        return failure instanceof InterruptedIOException ? Kind.EXCHANGE_TIMEOUT : Kind.CONNECTION_LOST;
    }

    private static Kind tls(Throwable failure) {
        if (failure instanceof TlsTimeoutException) {
            return Kind.TLS_TIMEOUT;
        }
        if (has(failure, CertificateExpiredException.class) || has(failure, CertificateNotYetValidException.class)) {
            return Kind.TLS_EXPIRED;
        }
        if (has(failure, CertPathBuilderException.class)) {
            return Kind.TLS_UNTRUSTED;
        }
        if (deepest(failure, CertificateException.class)
                .filter(FailureKinds::isAboutNames)
                .isPresent()) {
            return Kind.TLS_WRONG_HOST;
        }
        return says(failure, "unrecognized SSL message") ? Kind.TLS_NOT_SPOKEN : Kind.TLS_OTHER;
    }

    /** The JDK has no exception of its own for a certificate of another host. */
    private static boolean isAboutNames(CertificateException failure) {
        return says(failure, "No subject alternative") || says(failure, "No name matching");
    }

    private static boolean says(Throwable failure, String words) {
        return causes(failure)
                .anyMatch(cause -> String.valueOf(cause.getMessage()).contains(words));
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> kind) {
        return causes(failure).anyMatch(kind::isInstance);
    }

    private static <T> Optional<T> deepest(Throwable failure, Class<T> kind) {
        return causes(failure).filter(kind::isInstance).map(kind::cast).reduce((outer, inner) -> inner);
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
