package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server that gives every connection the same bytes, whatever it is asked. */
final class OneAnswer implements AutoCloseable {
    private final ServerSocket server;
    private final String answer;
    private final Queue<String> received = new ConcurrentLinkedQueue<>();

    private final boolean listens;

    private OneAnswer(ServerSocket server, String answer, boolean listens) {
        this.server = server;
        this.answer = answer;
        this.listens = listens;
    }

    /** Answers with these lines and an empty one. */
    static OneAnswer with(String... lines) throws IOException {
        return start(true, lines);
    }

    /** Says these lines and an empty one without waiting to be asked. */
    static OneAnswer unasked(String... lines) throws IOException {
        return start(false, lines);
    }

    private static OneAnswer start(boolean listens, String... lines) throws IOException {
        String answer = String.join("\r\n", lines) + "\r\n\r\n";
        OneAnswer one = new OneAnswer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), answer, listens);
        Thread thread = new Thread(one::serve, "one-answer");
        thread.setDaemon(true);
        thread.start();
        return one;
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket connection = server.accept()) {
                if (listens) {
                    readHead(connection);
                }
                connection.getOutputStream().write(answer.getBytes(ISO_8859_1));
            } catch (SocketException e) {
                // the client or the test has gone
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void readHead(Socket connection) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
        String line = reader.readLine();
        while (line != null && !line.isEmpty()) {
            received.add(line);
            line = reader.readLine();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return server.getLocalPort();
    }

    /** The heads of all requests. */
    String received() {
        return String.join("\n", received);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
