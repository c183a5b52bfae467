package io.github.buddymaven;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.List;

/** A port whose queue is full: whoever connects waits, as before a host that is not there. */
public final class BusyHost implements AutoCloseable {
    private static final int MORE_THAN_THE_QUEUE = 64;

    private final ServerSocket server;
    private final List<Socket> queue = new ArrayList<>();

    private BusyHost(ServerSocket server) {
        this.server = server;
    }

    public static BusyHost start() throws IOException {
        BusyHost host = new BusyHost(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
        host.fillTheQueue();
        return host;
    }

    private void fillTheQueue() throws IOException {
        for (int i = 0; i < MORE_THAN_THE_QUEUE; i++) {
            Socket waiting = new Socket();
            queue.add(waiting);
            try {
                waiting.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 100);
            } catch (SocketTimeoutException e) {
                return;
            }
        }
        throw new IOException("this system's queue has no end");
    }

    public String url() {
        return "http://127.0.0.1:" + port();
    }

    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        for (Socket waiting : queue) {
            waiting.close();
        }
        server.close();
    }
}
