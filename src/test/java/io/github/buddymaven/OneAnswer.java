package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server that gives every connection the same bytes, whatever it is asked. */
public final class OneAnswer implements AutoCloseable {
    private final ServerSocket server;
    private final String answer;
    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    private final Manners manners;

    /** How it treats a connection. */
    private enum Manners {
        ANSWERS_ONCE,
        ANSWERS_ON,
        DOES_NOT_LISTEN,
        RESETS
    }

    private OneAnswer(ServerSocket server, String answer, Manners manners) {
        this.server = server;
        this.answer = answer;
        this.manners = manners;
    }

    /** Answers with these lines and an empty one, and closes the connection. */
    public static OneAnswer with(String... lines) throws IOException {
        return start(Manners.ANSWERS_ONCE, lines);
    }

    /** Answers each request with these lines and an empty one, and keeps the connection. */
    public static OneAnswer keepingOn(String... lines) throws IOException {
        return start(Manners.ANSWERS_ON, lines);
    }

    /** Says these lines and an empty one without waiting to be asked. */
    public static OneAnswer unasked(String... lines) throws IOException {
        return start(Manners.DOES_NOT_LISTEN, lines);
    }

    /** Resets each connection as soon as something arrives. */
    public static OneAnswer reset() throws IOException {
        return start(Manners.RESETS);
    }

    private static OneAnswer start(Manners manners, String... lines) throws IOException {
        String answer = String.join("\r\n", lines) + "\r\n\r\n";
        OneAnswer one = new OneAnswer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer, manners);
        Thread thread = new Thread(one::serve, "one-answer");
        thread.setDaemon(true);
        thread.start();
        return one;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                if (manners == Manners.RESETS) {
                    connection.getInputStream().read();
                    connection.setSoLinger(true, 0);
                    continue;
                }
                BufferedReader requests =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
                boolean more = manners == Manners.DOES_NOT_LISTEN || readHead(requests);
                while (more) {
                    connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
                    more = manners == Manners.ANSWERS_ON && readHead(requests);
                }
                if (manners == Manners.DOES_NOT_LISTEN) { // closing with unread bytes would reset the connection
                    connection.shutdownOutput();
                    connection.getInputStream().transferTo(OutputStream.nullOutputStream());
                }
            } catch (SocketException e) {
                // the client or the test has gone
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether there was one more request. */
    private boolean readHead(BufferedReader requests) throws IOException {
        String line = requests.readLine();
        boolean any = line != null;
        while (line != null && !line.isEmpty()) {
            received.add(line);
            line = requests.readLine();
        }
        return any;
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getLocalPort();
    }

    /** The heads of all requests. */
    public String received() {
        return String.join("\n", received);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
