package io.understudy.tool.command;

import io.understudy.agent.config.HostConfig;
import io.understudy.agent.remote.HostSocket;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.host.HostOptions;
import io.understudy.tool.host.HostServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Callable;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code host}: calls candidates for agents in other JVMs, until it is ended. */
@Command(
    name = "host",
    customSynopsis = "java -jar understudy-agent.jar host --classpath PATH [OPTION...]",
    description = {
      "Runs candidates in this JVM, for an agent in another one whose call points name this address"
          + " under candidate: { host: ... }. Runs until it is ended.",
      ""
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before it calls
final class HostCommand implements Callable<Integer> {
  private final PrintStream out;
  private final PrintStream err;

  @Spec private CommandSpec spec;

  @Option(
      names = {"--classpath", "--class-path", "-classpath", "-cp"},
      paramLabel = "PATH",
      description =
          "a class path: the jars and directories of the candidates, separated as in java -cp;"
              + " dir/* stands for all jars of a directory")
  private @Nullable String classPath;

  @Option(
      names = "--listen",
      paramLabel = "HOST:PORT",
      description =
          "an address: where agents connect, by default 127.0.0.1:7070. Beyond this machine a token"
              + " and TLS are required")
  private String listen = "127.0.0.1:7070";

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "a file: its text is what agents must know")
  private @Nullable String tokenFile;

  @Option(
      names = "--tls-key-store",
      paramLabel = "FILE",
      description = "a file: the key and certificate of this host, in PKCS #12")
  private @Nullable String keyStore;

  @Option(
      names = "--tls-password-file",
      paramLabel = "FILE",
      description = "a file: the password of the key store")
  private @Nullable String passwordFile;

  @Option(
      names = "--concurrent",
      paramLabel = "COUNT",
      description = "a number: the most candidates that run at a time, by default 256")
  private int concurrent = 256;

  @Option(
      names = "--calls",
      paramLabel = "COUNT",
      description = "a number: the most open calls of one agent, by default 8192")
  private int calls = 8192;

  HostCommand(PrintStream out, PrintStream err) {
    this.out = out;
    this.err = err;
  }

  @Override
  public Integer call() {
    if (classPath == null) {
      throw wrong("host needs --classpath with the jars of the candidates");
    }
    if (concurrent < 1 || calls < 1) {
      throw wrong("--concurrent and --calls must be at least 1");
    }
    if ((keyStore == null) != (passwordFile == null)) {
      throw wrong("--tls-key-store and --tls-password-file belong together");
    }
    ClassPath path = ClassPath.of(classPath);
    path.missing().forEach(entry -> err.println("understudy: not found: " + entry));
    HostOptions options = options();
    if (options == null) {
      return Main.DOES_NOT_FIT;
    }
    try (HostServer server = HostServer.open(options, path.entries())) {
      out.println(
          "understudy: host of candidates at "
              + options.address().getHostString()
              + ":"
              + server.port()
              + ", Java "
              + System.getProperty("java.version"));
      out.flush();
      server.run();
      return Main.FITS;
    } catch (IOException failed) {
      err.println("understudy: cannot listen at " + listen + ": " + failed.getMessage());
      return Main.DOES_NOT_FIT;
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private @Nullable HostOptions options() {
    HostConfig address;
    try {
      address = HostConfig.parse(listen);
    } catch (IllegalArgumentException wrong) {
      throw wrong("--listen: " + wrong.getMessage());
    }
    String token;
    SSLContext tls;
    try {
      token = tokenFile == null ? null : HostSocket.token(Paths.get(tokenFile));
      tls = keyStore == null || passwordFile == null ? null : tls(keyStore, passwordFile);
    } catch (IOException | GeneralSecurityException unreadable) {
      err.println("understudy: the token or key cannot be read: " + unreadable);
      return null;
    }
    try {
      return new HostOptions(
          new InetSocketAddress(address.host(), address.port()), token, tls, concurrent, calls);
    } catch (IllegalArgumentException open) {
      err.println("understudy: --listen " + listen + ": " + open.getMessage());
      return null;
    }
  }

  private static SSLContext tls(String file, String passwordFile)
      throws IOException, GeneralSecurityException {
    char[] password = HostSocket.token(Paths.get(passwordFile)).toCharArray();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(Paths.get(file))) {
      store.load(in, password);
    }
    KeyManagerFactory keys =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
