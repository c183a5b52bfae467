package io.github.buddymaven;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A proxy that leads every CONNECT to one server, whatever host is asked for. */
final class TunnelProxy implements AutoCloseable {
    private final ServerSocket clients = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final int serverPort;

    private TunnelProxy(int serverPort) throws IOException {
        this.serverPort = serverPort;
        threads.execute(this::accept);
    }

    static TunnelProxy to(String url) throws IOException {
        return new TunnelProxy(URI.create(url).getPort());
    }

    int port() {
        return clients.getLocalPort();
    }

    /** Returns what was asked for, host and port each. */
    List<String> targets() {
        return List.copyOf(targets);
    }

    private void accept() {
        while (!clients.isClosed()) {
            try {
                Socket client = clients.accept();
                threads.execute(() -> tunnel(client));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void tunnel(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            String head = readHead(client.getInputStream());
            targets.add(head.split(" ", -1)[1]);
            client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(ISO_8859_1));
            threads.execute(() -> copy(server, client));
            copy(client, server);
        } catch (IOException e) {
            // one of the ends has gone
        }
    }

    private static String readHead(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no head");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // one of the ends has gone
        }
    }

    @Override
    public void close() throws IOException {
        clients.close();
        threads.shutdownNow();
    }
}
