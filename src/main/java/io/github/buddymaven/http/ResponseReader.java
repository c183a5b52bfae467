package io.github.buddymaven.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/** Reads a whole response, up to a size that none of Buddy's has, and unpacks what a server packed without being asked. */
final class ResponseReader {
    /** The body is larger than any of Buddy's. */
    static final class ResponseTooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        ResponseTooLargeException() {
            super("more than " + Response.LARGEST_BODY + " bytes");
        }
    }

    private ResponseReader() {}

    static Response read(ClassicHttpResponse message) throws IOException {
        Map<String, String> headers = new HashMap<>();
        for (Header header : message.getHeaders()) {
            headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), String.valueOf(header.getValue()));
        }
        byte[] body = body(message.getEntity());
        String encoding = headers.get("content-encoding");
        return new Response(
                message.getCode(), headers, encoding == null || body.length == 0 ? body : unpack(body, encoding));
    }

    private static byte[] body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        long length = entity.getContentLength();
        if (length >= 0 && length <= Response.LARGEST_BODY) { // without the copies that an unknown length takes
            byte[] body = new byte[(int) length];
            entity.getContent().readNBytes(body, 0, body.length);
            return body;
        }
        return limited(entity.getContent());
    }

    private static byte[] limited(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(Response.LARGEST_BODY + 1);
        if (bytes.length > Response.LARGEST_BODY) {
            throw new ResponseTooLargeException();
        }
        return bytes;
    }

    private static byte[] unpack(byte[] packed, String encoding) throws IOException {
        try {
            InputStream bytes = new ByteArrayInputStream(packed);
            return switch (encoding.trim().toLowerCase(Locale.ROOT)) {
                case "gzip", "x-gzip" -> limited(new GZIPInputStream(bytes));
                case "deflate" -> limited(new InflaterInputStream(bytes, new Inflater(!hasZlibHeader(packed))));
                default -> packed;
            };
        } catch (ResponseTooLargeException e) {
            throw e;
        } catch (IOException e) {
            throw new ClientProtocolException("The body is not valid " + encoding, e);
        }
    }

    /** The standard asks for the header, and some servers leave it out. */
    private static boolean hasZlibHeader(byte[] packed) {
        if (packed.length < 2) {
            return false;
        }
        int header = (packed[0] & 0xFF) * 256 + (packed[1] & 0xFF);
        return (packed[0] & 0x0F) == 8 && header % 31 == 0;
    }
}
