package chaos;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** What operators do while the application works, and signals. */
final class Operations {
  private Operations() {}

  /** Gives a command to the agent of this JVM, as an operator does; nothing without the agent. */
  private static void command(String verb, String... words) throws Exception {
    String agent = System.getProperty("chaos.agent");
    if (agent == null) {
      return;
    }
    File home = new File(System.getProperty("java.home"));
    File jdk = home.getName().equals("jre") ? home.getParentFile() : home;
    List<String> all = new ArrayList<String>();
    all.add(jdk + "/bin/java");
    all.add("-XX:TieredStopAtLevel=1");
    all.add("-jar");
    all.add(agent);
    all.add(verb);
    all.add(pid());
    all.addAll(java.util.Arrays.asList(words));
    Process process =
        new ProcessBuilder(all).redirectErrorStream(true).redirectOutput(new File("said")).start();
    if (process.waitFor() != 0) {
      String said = new String(Files.readAllBytes(Paths.get("said")), StandardCharsets.UTF_8);
      System.out.println(verb + " failed: " + said);
    }
  }

  private static String pid() throws Exception {
    return new File("/proc/self").getCanonicalFile().getName();
  }

  private static void rewrite(String from, String to) throws Exception {
    Path file = Paths.get("understudy.yaml");
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    Files.write(file, text.replace(from, to).getBytes(StandardCharsets.UTF_8));
  }

  /** Reloads changed configurations under load. */
  public static final class Reload implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.Load load = Work.Load.start(2, false, 200);
      String at = "examples-per-hour: 10";
      for (int i = 1; i <= 4; i++) {
        String next = "examples-per-hour: " + (10 + i);
        rewrite(at, next);
        at = next;
        command("reload");
        Thread.sleep(100);
      }
      load.stop();
      Work.run(2, 50);
    }
  }

  /** Writes garbage into the configuration, and a valid version again. */
  public static final class Garbage implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Path file = Paths.get("understudy.yaml");
      byte[] good = Files.readAllBytes(file);
      Work.Load load = Work.Load.start(1, false, 200);
      Files.write(file, "calls: [[[ {{ \u0001".getBytes(StandardCharsets.UTF_8));
      Thread.sleep(4000);
      Files.write(file, good);
      load.stop();
      Work.run(2, 50);
    }
  }

  /** Pauses and resumes under load. */
  public static final class Pause implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.Load load = Work.Load.start(2, false, 200);
      for (int i = 0; i < 2; i++) {
        command("pause");
        Thread.sleep(50);
        command("resume");
        Thread.sleep(50);
      }
      load.stop();
      Work.run(2, 50);
    }
  }

  /** Detaches under load; from then on nothing is counted. */
  public static final class Detach implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.Load load = Work.Load.start(2, false, 200);
      Thread.sleep(300);
      command("detach");
      load.stop();
      Work.run(2, 50);
    }
  }

  /** Detaches without load and attaches again, again and again. */
  public static final class AttachAgain implements Action {
    @Override
    public void run(String[] words) throws Exception {
      for (int i = 0; i < 3; i++) {
        Work.run(2, 50);
        command("detach");
        command("attach", new File("understudy.yaml").getAbsolutePath());
      }
      Work.run(2, 50);
    }
  }

  /** Sends itself a signal while calls are made. */
  public static final class Signal implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("own hook")));
      Work.run(2, 100);
      Work.Load.start(2, false, 100);
      Thread.sleep(300);
      Counter.certain(Counter.now());
      new ProcessBuilder("kill", "-" + words[0], pid()).start().waitFor();
      Thread.sleep(60_000);
    }
  }

  /** Is killed at a random moment. What was counted long enough before it is surely written. */
  public static final class Killed implements Action {
    @Override
    public void run(String[] words) throws Exception {
      // The signal comes from outside, at a moment that this JVM does not choose.
      String pause = String.valueOf(0.5 + Math.random() * 1.5);
      new ProcessBuilder("sh", "-c", "sleep " + pause + "; kill -KILL " + pid()).start();
      Work.Load.start(2, false, 300);
      for (; ; ) {
        long now = Counter.now();
        Thread.sleep(700);
        Counter.certain(now);
      }
    }
  }

  /** Half a request to the metrics, and many idle connections; then a whole request. */
  public static final class Metrics implements Action {
    @Override
    public void run(String[] words) throws Exception {
      Work.run(2, 50);
      if (System.getProperty("chaos.agent") != null) {
        int port = Integer.parseInt(words[0]);
        List<java.net.Socket> idle = new ArrayList<java.net.Socket>();
        for (int i = 0; i < 50; i++) {
          java.net.Socket socket = connect(port);
          if (i % 2 == 0) {
            socket.getOutputStream().write("GET /metr".getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
          }
          idle.add(socket);
        }
        String page = "";
        for (int i = 0; i < 20 && !page.contains("understudy_"); i++) {
          page = get(port);
          Thread.sleep(500);
        }
        if (!page.contains("understudy_")) {
          System.out.println("no metrics: " + page);
        }
      }
      Work.run(2, 50);
    }

    private static java.net.Socket connect(int port) throws Exception {
      for (int i = 0; ; i++) {
        try {
          java.net.Socket socket = new java.net.Socket("127.0.0.1", port);
          socket.setSoTimeout(3000);
          return socket;
        } catch (java.net.ConnectException notYet) {
          if (i > 100) {
            throw notYet;
          }
          Thread.sleep(100);
        }
      }
    }

    private static String get(int port) throws Exception {
      try (java.net.Socket socket = connect(port)) {
        String request = "GET /metrics HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        StringBuilder page = new StringBuilder();
        byte[] buffer = new byte[8192];
        int n;
        while ((n = socket.getInputStream().read(buffer)) > 0) {
          page.append(new String(buffer, 0, n, StandardCharsets.UTF_8));
        }
        return page.toString();
      } catch (java.io.IOException none) {
        return none.toString();
      }
    }
  }
}
