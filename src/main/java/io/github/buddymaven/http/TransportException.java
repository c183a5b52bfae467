package io.github.buddymaven.http;

import io.github.buddymaven.http.JvmTlsStrategy.TlsSettingsException;
import io.github.buddymaven.http.Progress.Stage;
import io.github.buddymaven.http.ResponseReader.ResponseTooLargeException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.InvalidAlgorithmParameterException;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** There is no complete response. Says what went wrong, and whether the request may have reached the server. */
public final class TransportException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What went wrong, as far as the remedies differ. */
    public enum Kind {
        /** No address is known for the host. */
        UNKNOWN_HOST,
        /** The host, or a firewall before it, rejected the connection. */
        CONNECTION_REFUSED,
        /** No connection within the time for one. */
        CONNECT_TIMEOUT,
        /** No complete response within the time for the whole exchange. */
        EXCHANGE_TIMEOUT,
        /** The connection broke. */
        CONNECTION_LOST,
        /** This JVM does not trust the authority that issued the certificate. */
        TLS_UNTRUSTED,
        /** The certificate is not valid today. */
        TLS_EXPIRED,
        /** The certificate is for another host. */
        TLS_WRONG_HOST,
        /** The server did not answer with TLS. */
        TLS_NOT_SPOKEN,
        /** The JVM's TLS settings cannot be used, for example a trust store that is not there. */
        TLS_SETTINGS,
        /** The JVM finds no certificate in its trust store: it is empty, or a PKCS12 store and no password is set. */
        TLS_TRUST_STORE_EMPTY,
        /** The password of the JVM's trust store is wrong. */
        TLS_TRUST_STORE_PASSWORD,
        /** The server took the connection, and did not answer the TLS handshake within the time for a connection. */
        TLS_TIMEOUT,
        /** TLS failed for another reason. */
        TLS_OTHER,
        /** No connection to the proxy. */
        PROXY_UNREACHABLE,
        /** The proxy took the connection, and did not answer within the time for one. */
        PROXY_TIMEOUT,
        /** The proxy rejected the login. */
        PROXY_LOGIN,
        /** The proxy wants a login, and none is configured. */
        PROXY_LOGIN_MISSING,
        /** The proxy offers only ways to log in that are not supported: see {@link #offeredSchemes}. */
        PROXY_LOGIN_UNSUPPORTED,
        /** The proxy did not let the request through, or could not reach the server. */
        PROXY_REFUSED,
        /** The response is larger than any of Buddy's. */
        ANSWER_TOO_LARGE,
        /** The response is not HTTP, or not packed as it says. */
        ANSWER_MALFORMED,
        /** The build was interrupted. */
        INTERRUPTED
    }

    /** Causes nest a few levels deep; more than this is a loop. */
    private static final int MAX_DEPTH = 16;

    private final Kind kind;
    private final boolean isRead;
    private final boolean isSent;
    private final String offeredSchemes;
    private final Throwable cause;

    /**
     * Creates an exception of a known kind.
     *
     * @param isSent whether the server may have got the request
     */
    public TransportException(Kind kind, Request request, boolean isSent, Throwable cause) {
        this(kind, request.isRead(), isSent, "", cause);
    }

    private TransportException(Kind kind, boolean isRead, boolean isSent, String offeredSchemes, Throwable cause) {
        super(kind + (isSent ? " after the request was sent" : " before the request was sent"), cause);
        this.kind = kind;
        this.isRead = isRead;
        this.isSent = isSent;
        this.offeredSchemes = offeredSchemes;
        this.cause = cause;
    }

    /** Creates an exception for a proxy that supports only these authentication schemes. */
    static TransportException unsupportedProxyLogin(Request request, String offeredSchemes, Throwable cause) {
        return new TransportException(Kind.PROXY_LOGIN_UNSUPPORTED, request.isRead(), false, offeredSchemes, cause);
    }

    /** Creates an exception for a build that was interrupted before it sent; sets the interrupt flag of the thread again. */
    public static TransportException interrupted(Request request, InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new TransportException(Kind.INTERRUPTED, request, false, cause);
    }

    /** Creates an exception whose kind follows from what HttpClient or the JVM threw, and from how far the request came. */
    static TransportException of(Throwable cause, Request request, Stage stage, boolean isProxied) {
        Kind kind = kind(cause, stage);
        boolean isSent = stage == Stage.SENT;
        return new TransportException(isProxied && !isSent ? proxyKind(kind, stage) : kind, request, isSent, cause);
    }

    /** Returns a copy for a request that an earlier attempt may have brought to the server. */
    public TransportException afterEarlierAttempt() {
        return new TransportException(kind, isRead, true, offeredSchemes, cause);
    }

    /** Returns what went wrong. */
    public Kind kind() {
        return kind;
    }

    /** Returns whether Java's own words tell more than the kind does. */
    public boolean isExplainedByCause() {
        return switch (kind) {
            case CONNECT_TIMEOUT,
                    EXCHANGE_TIMEOUT,
                    TLS_TIMEOUT,
                    PROXY_TIMEOUT,
                    PROXY_LOGIN,
                    PROXY_LOGIN_MISSING,
                    PROXY_LOGIN_UNSUPPORTED,
                    INTERRUPTED -> false;
            default -> true;
        };
    }

    /** Returns whether the server may have got the request; false only if it provably did not. */
    public boolean isSent() {
        return isSent;
    }

    /** Returns whether the request may have changed something on the server. */
    public boolean mayHaveChanged() {
        return isSent && !isRead;
    }

    /** Returns how the proxy lets users log in, such as {@code Negotiate, NTLM}, if that is what went wrong. */
    public String offeredSchemes() {
        return offeredSchemes;
    }

    /** Returns what the network or the JVM said; it may contain a secret. */
    @Override
    public synchronized Throwable getCause() {
        return cause;
    }

    private static Kind kind(Throwable cause, Stage stage) {
        if (cause instanceof SSLException) {
            return tlsKind(cause);
        }
        if (cause instanceof UnknownHostException) {
            return Kind.UNKNOWN_HOST;
        }
        if (cause instanceof SocketTimeoutException) {
            return timeoutKind(stage);
        }
        if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return Kind.CONNECTION_REFUSED;
        }
        if (cause instanceof ResponseTooLargeException) {
            return Kind.ANSWER_TOO_LARGE;
        }
        if (cause instanceof TruncatedChunkException) {
            return Kind.CONNECTION_LOST;
        }
        if (cause instanceof ClientProtocolException
                || cause instanceof MalformedChunkCodingException
                || cause instanceof MessageConstraintException) {
            return Kind.ANSWER_MALFORMED;
        }
        return cause instanceof InterruptedIOException ? Kind.EXCHANGE_TIMEOUT : Kind.CONNECTION_LOST;
    }

    private static Kind timeoutKind(Stage stage) {
        return switch (stage) {
            case CONNECTING, CONNECTED -> Kind.CONNECT_TIMEOUT;
            case SHAKING_HANDS -> Kind.TLS_TIMEOUT;
            case WAITING, SENT -> Kind.EXCHANGE_TIMEOUT;
        };
    }

    /** Before anything is sent through a proxy, only the proxy has answered, except to a TLS handshake. */
    private static Kind proxyKind(Kind kind, Stage stage) {
        return switch (kind) {
            case UNKNOWN_HOST, CONNECTION_REFUSED -> Kind.PROXY_UNREACHABLE;
            case CONNECT_TIMEOUT -> stage == Stage.CONNECTED ? Kind.PROXY_TIMEOUT : Kind.PROXY_UNREACHABLE;
            case CONNECTION_LOST, ANSWER_MALFORMED -> Kind.PROXY_REFUSED;
            default -> kind;
        };
    }

    private static Kind tlsKind(Throwable cause) {
        if (find(UnrecoverableKeyException.class, cause) != null) {
            return Kind.TLS_TRUST_STORE_PASSWORD;
        }
        if (find(TlsSettingsException.class, cause) != null) {
            return Kind.TLS_SETTINGS;
        }
        if (find(InvalidAlgorithmParameterException.class, cause) != null) { // the set of trusted certificates is empty
            return Kind.TLS_TRUST_STORE_EMPTY;
        }
        if (find(CertificateExpiredException.class, cause) != null
                || find(CertificateNotYetValidException.class, cause) != null) {
            return Kind.TLS_EXPIRED;
        }
        if (find(CertPathBuilderException.class, cause) != null) {
            return Kind.TLS_UNTRUSTED;
        }
        CertificateException certificate = find(CertificateException.class, cause);
        if (certificate != null && isAboutNames(String.valueOf(certificate.getMessage()))) {
            return Kind.TLS_WRONG_HOST;
        }
        return String.valueOf(cause.getMessage()).contains("unrecognized SSL message")
                ? Kind.TLS_NOT_SPOKEN
                : Kind.TLS_OTHER;
    }

    /** The JDK has no exception of its own for a certificate of another host. */
    private static boolean isAboutNames(String message) {
        return message.contains("No subject alternative") || message.contains("No name matching");
    }

    /** Returns the innermost cause of a type. */
    private static <T extends Throwable> @Nullable T find(Class<T> type, Throwable failure) {
        T found = null;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            if (type.isInstance(cause)) {
                found = type.cast(cause);
            }
            cause = cause.getCause();
        }
        return found;
    }
}
