package io.understudy.agent.remote;

import io.understudy.agent.config.HostConfig;
import io.understudy.portable.PortableFormException;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** An open connection to a host that has said welcome. One thread may read while one writes. */
public final class HostSocket implements Closeable {
  private static final int CONNECT_MILLIS = 2_000;
  private static final int HANDSHAKE_MILLIS = 5_000;
  private static final int LONGEST_TOKEN = 4_096;

  private final Socket socket;

  /** Below TLS, or the same one. */
  private final Socket plain;

  private final FrameReader reader;
  private final OutputStream out;
  private final Welcome welcome;

  private HostSocket(
      Socket socket, Socket plain, FrameReader reader, OutputStream out, Welcome welcome) {
    this.socket = socket;
    this.plain = plain;
    this.reader = reader;
    this.out = out;
    this.welcome = welcome;
  }

  /**
   * Connects and says hello. Takes at most some seconds, besides the resolution of the name.
   *
   * @param longestFrame the longest frame that is accepted from the host
   * @throws HostException when the host cannot be reached, or refuses; the reason names the address
   */
  public static HostSocket open(HostConfig config, int longestFrame) throws HostException {
    Socket plain = new Socket();
    boolean isOpen = false;
    try {
      plain.connect(new InetSocketAddress(config.host(), config.port()), CONNECT_MILLIS);
      plain.setTcpNoDelay(true);
      plain.setSoTimeout(HANDSHAKE_MILLIS);
      Socket socket = config.trust() == null ? plain : secured(plain, config, config.trust());
      HostSocket open = greet(socket, plain, token(config), longestFrame);
      socket.setSoTimeout(0);
      isOpen = true;
      return open;
    } catch (IOException | GeneralSecurityException failure) {
      throw HostException.unreachable(
          "the host " + config.address() + " cannot be reached: " + reason(failure));
    } catch (PortableFormException wrong) {
      throw HostException.unreachable("the host " + config.address() + ": " + wrong.reason());
    } finally {
      if (!isOpen) {
        closeQuietly(plain);
      }
    }
  }

  /** Describes a failure in words from a small set. */
  static String reason(Exception failure) {
    if (failure instanceof ProtocolException) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof ConnectException) {
      return "the connection was refused";
    }
    if (failure instanceof SocketTimeoutException) {
      return "no answer in time";
    }
    if (failure instanceof UnknownHostException) {
      return "the name is not known";
    }
    if (failure instanceof SSLException || failure instanceof GeneralSecurityException) {
      return "TLS failed with " + failure.getClass().getName();
    }
    return failure.getClass().getName();
  }

  private static Socket secured(Socket plain, HostConfig config, String trust)
      throws IOException, GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    // Named managers: the default ones obey system properties of the application.
    TrustManagerFactory managers =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(certificates(Paths.get(trust)));
    context.init(null, managers.getTrustManagers(), null);
    SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(plain, config.host(), config.port(), true);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static KeyStore certificates(Path file) throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int count = 0;
    try (InputStream in = Files.newInputStream(file)) {
      for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
        store.setCertificateEntry("host-" + count++, each);
      }
    }
    if (count == 0) {
      throw new ProtocolException(file + " holds no certificate");
    }
    return store;
  }

  private static @Nullable String token(HostConfig config) throws IOException {
    return config.tokenFile() == null ? null : token(Paths.get(config.tokenFile()));
  }

  /**
   * Reads the token of a file: its text without spaces around.
   *
   * @throws IOException when the file cannot be read, or holds no token
   */
  public static String token(Path file) throws IOException {
    if (Files.size(file) > LONGEST_TOKEN) {
      throw new ProtocolException("the token's file has more than " + LONGEST_TOKEN + " bytes");
    }
    String token = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).trim();
    if (token.isEmpty()) {
      throw new ProtocolException("the token's file is empty");
    }
    return token;
  }

  private static HostSocket greet(
      Socket socket, Socket plain, @Nullable String token, int longestFrame)
      throws IOException, PortableFormException {
    OutputStream out = socket.getOutputStream();
    out.write(
        new Frame(FrameType.HELLO, 0, new Hello(Hello.VERSION, Hello.VERSION, token).bytes())
            .bytes());
    out.flush();
    FrameReader reader = new FrameReader(socket.getInputStream(), Hello.LONGEST);
    reader.endAfter(HANDSHAKE_MILLIS);
    Frame answer = reader.next();
    if (answer == null) {
      throw new ProtocolException("it has closed the connection");
    }
    if (answer.type() == FrameType.GOODBYE) {
      throw new ProtocolException(answer.reason());
    }
    if (answer.type() != FrameType.WELCOME) {
      throw new ProtocolException("it does not speak the protocol of a host");
    }
    Welcome welcome = Welcome.read(answer.input());
    if (welcome.version() != Hello.VERSION) {
      throw new ProtocolException("it speaks version " + welcome.version() + " of the protocol");
    }
    reader.limit(longestFrame);
    return new HostSocket(socket, plain, reader, out, welcome);
  }

  /** What the host has said. */
  public Welcome welcome() {
    return welcome;
  }

  /** Reads the next frame; null at the end. */
  public @Nullable Frame next() throws IOException {
    return reader.next();
  }

  /** Limits how long {@link #next} waits; for a caller that does not share the connection. */
  public void waitAtMost(int millis) throws IOException {
    socket.setSoTimeout(millis);
  }

  /** Writes a frame's bytes; may wait. */
  public void write(byte[] frame) throws IOException {
    out.write(frame);
    out.flush();
  }

  /** Closes below TLS: the end of TLS waits for a writer that the peer lets wait. */
  @Override
  public void close() {
    closeQuietly(plain);
  }

  static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      // The peer has closed it first; there is nothing left to do.
      return;
    }
  }
}
