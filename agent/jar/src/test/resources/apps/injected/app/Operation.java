package app;

import io.understudy.bridge.Bridge;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** What an operator does while calls are made: asks for the status, pauses, reads the bean and the metrics. */
final class Operation {
  private static final int PORT = Integer.getInteger("faults.port", 0);

  private Operation() {}

  static void run() {
    ask("status", "format", "json");
    ask("status", "format", "text");
    ask("pause", "points", "fill,quote");
    ask("resume", "points", "fill,quote");
    attributes();
    scrape();
  }

  /** Sends a command. What the fault does to the thread that asks is its own affair. */
  static String ask(String command, String key, String value) {
    Map<String, String> request = new HashMap<String, String>();
    request.put("command", command);
    request.put(key, value);
    try {
      return Bridge.verbs().apply(request);
    } catch (Throwable failure) {
      return failure.toString();
    }
  }

  private static void attributes() {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      ObjectName name = new ObjectName("io.understudy:type=Agent");
      for (MBeanAttributeInfo each : server.getMBeanInfo(name).getAttributes()) {
        server.getAttribute(name, each.getName());
      }
    } catch (Throwable absent) {
      // The agent registers it when the server exists, by its own clock.
    }
  }

  private static void scrape() {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), PORT)) {
      socket.setSoTimeout(1000);
      OutputStream out = socket.getOutputStream();
      String head = "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1:" + PORT + "\r\nConnection: close\r\n\r\n";
      out.write(head.getBytes("US-ASCII"));
      out.flush();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[8192];
      while (in.read(buffer) >= 0) {
        Thread.yield();
      }
    } catch (Throwable refused) {
      // The fault may have closed the connection.
    }
  }
}
