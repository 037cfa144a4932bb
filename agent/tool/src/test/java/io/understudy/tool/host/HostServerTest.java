package io.understudy.tool.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.HostConfig;
import io.understudy.agent.config.MethodRef;
import io.understudy.agent.log.Log;
import io.understudy.agent.remote.CallReply;
import io.understudy.agent.remote.Frame;
import io.understudy.agent.remote.FrameType;
import io.understudy.agent.remote.HostCall;
import io.understudy.agent.remote.HostConnection;
import io.understudy.agent.remote.HostConnections;
import io.understudy.agent.remote.HostException;
import io.understudy.agent.remote.MethodRequest;
import io.understudy.agent.thread.AgentThreads;
import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableLimits;
import io.understudy.portable.PortableReader;
import io.understudy.portable.PortableWriter;
import io.understudy.tool.host.Candidate.Cart;
import io.understudy.tool.host.Candidate.Line;
import io.understudy.value.named.NamedShapes;
import io.understudy.value.shape.Frozen;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostServerTest {
  private static final long WAIT = TimeUnit.SECONDS.toNanos(30);

  private final List<HostServer> servers = new ArrayList<>();
  private final HostConnections connections =
      new HostConnections(new AgentThreads(Log.none()), Log.none());

  @TempDir Path directory;

  @AfterEach
  void close() throws IOException {
    connections.close();
    for (HostServer each : servers) {
      each.close();
    }
  }

  private HostServer server(int port, @Nullable String token) throws Exception {
    File classes =
        new File(Candidate.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    HostServer server =
        HostServer.open(
            new HostOptions(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), port), token, null, 4, 64),
            Collections.singletonList(classes));
    servers.add(server);
    Thread thread = new Thread(server::run);
    thread.setDaemon(true);
    thread.start();
    return server;
  }

  /** The port of a server that has just ended may be in use for a moment. */
  private void serverAgain(int port) throws Exception {
    long start = System.nanoTime();
    while (true) {
      try {
        server(port, null);
        return;
      } catch (BindException inUse) {
        if (System.nanoTime() - start > WAIT) {
          throw inUse;
        }
        Thread.sleep(20);
      }
    }
  }

  private HostConnection connect(HostServer server) {
    return connections.to(HostConfig.parse("127.0.0.1:" + server.port()));
  }

  private static MethodRequest request(String method, String... parameters) {
    return new MethodRequest(
        MethodRef.parse(Candidate.class.getName() + "#" + method),
        null,
        Arrays.asList(parameters),
        Collections.emptyList());
  }

  /** The end of a call: a frame, or the reason why there is none. */
  private static CompletableFuture<Frame> send(
      HostConnection to, MethodRequest request, Object... arguments)
      throws HostException, PortableFormException, InterruptedException {
    to.find(request, WAIT);
    CompletableFuture<Frame> end = new CompletableFuture<>();
    to.call(
        request,
        PortableWriter.write(arguments, PortableLimits.DEFAULT),
        true,
        20_000,
        new HostCall.Listener() {
          @Override
          public void answered(Frame frame) {
            end.complete(frame);
          }

          @Override
          public void lost(String reason) {
            end.completeExceptionally(new IllegalStateException(reason));
          }
        });
    return end;
  }

  private static Frozen values(CallReply reply) throws PortableFormException {
    return (Frozen)
        Objects.requireNonNull(
            PortableReader.read(reply.values(), PortableLimits.DEFAULT, new NamedShapes()));
  }

  private static CallReply call(HostConnection to, MethodRequest request, Object... arguments)
      throws Exception {
    Frame frame = send(to, request, arguments).get(30, TimeUnit.SECONDS);
    assertThat(frame.type()).isEqualTo(FrameType.OUTCOME);
    return CallReply.read(frame.input());
  }

  private static String refusal(HostConnection to, MethodRequest request, Object... arguments)
      throws Exception {
    Frame frame = send(to, request, arguments).get(30, TimeUnit.SECONDS);
    assertThat(frame.type()).isEqualTo(FrameType.REFUSED);
    return frame.input().text();
  }

  private static Cart cart() {
    Cart cart = new Cart("Ada");
    cart.lines.add(new Line("a", new BigDecimal("1.10")));
    cart.lines.add(new Line("b", new BigDecimal("2.005")));
    return cart;
  }

  @Test
  void sameClassIsMadeByItsFields() throws Exception {
    CallReply reply =
        call(connect(server(0, null)), request("total", Cart.class.getName()), cart());

    assertThat(values(reply).part(0)).isEqualTo(new BigDecimal("3.105"));
    assertThat(reply.thrown()).isNull();
  }

  @Test
  void otherClassIsMadeByShape() throws Exception {
    CallReply reply =
        call(connect(server(0, null)), request("totalOfBasket", Cart.class.getName()), cart());

    assertThat(values(reply).part(0)).isEqualTo(new BigDecimal("3.105"));
  }

  @Test
  void whatDoesNotFitIsRefusedWithPathAndTypes() throws Exception {
    HostConnection host = connect(server(0, null));

    assertThat(refusal(host, request("richer", Cart.class.getName()), cart()))
        .isEqualTo(
            "an argument does not fit: /arguments/0/points: wanted int, found no such part in "
                + Cart.class.getName());
    assertThat(refusal(host, request("narrow", "long"), 1L << 40))
        .isEqualTo("an argument does not fit: /arguments/0: wanted int, found java.lang.Long");
    assertThat(values(call(host, request("narrow", "long"), 7L)).part(0)).isEqualTo(7);
  }

  @Test
  void argumentsAreReturnedAsTheyAreAfterTheCall() throws Exception {
    Map<String, Integer> map = new LinkedHashMap<>();
    map.put("b", 2);
    map.put("a", 1);

    Frozen values = values(call(connect(server(0, null)), request("fill", "java.util.Map"), map));
    Frozen result = (Frozen) Objects.requireNonNull(values.part(0));
    Frozen arguments = (Frozen) Objects.requireNonNull(values.part(1));

    assertThat(arguments.part(0)).isSameAs(result);
    assertThat(result.key(0)).isEqualTo("b");
    assertThat(result.key(2)).isEqualTo("filled");
  }

  @Test
  void exceptionsAreOutcomes() throws Exception {
    CallReply reply =
        call(connect(server(0, null)), request("fail", "java.lang.String"), "bad");

    assertThat(Objects.requireNonNull(reply.thrown()).className())
        .isEqualTo("java.lang.IllegalStateException");
    assertThat(reply.thrown().message()).isEqualTo("bad");
    assertThat(reply.thrown().causes()).hasSize(1);
    assertThat(reply.thrown().typeNames()).contains("java.lang.RuntimeException");
  }

  @Test
  void stagesAreAwaited() throws Exception {
    CallReply reply =
        call(connect(server(0, null)), request("later", "java.lang.String"), "text");

    assertThat(values(reply).part(0)).isEqualTo("text");
  }

  @Test
  void missingMethodIsRefused() throws Exception {
    HostConnection host = connect(server(0, null));

    assertThatThrownBy(() -> host.find(request("totals", "int"), WAIT))
        .isInstanceOf(HostException.class)
        .hasMessageContaining("has no method totals; did you mean \"total\"?");
  }

  @Test
  void openCallsAreLostWhenTheHostEndsAndTheNextHostIsFound() throws Exception {
    HostServer first = server(0, null);
    HostConnection host = connect(first);
    MethodRequest sleep = request("sleep", "long");
    CompletableFuture<Frame> open = send(host, sleep, 60_000L);

    first.close();

    assertThatThrownBy(() -> open.get(30, TimeUnit.SECONDS))
        .hasMessageContaining("127.0.0.1:" + first.port());
    serverAgain(first.port());
    Frame answer = null;
    long start = System.nanoTime();
    while (answer == null && System.nanoTime() - start < WAIT) {
      try {
        answer = send(host, sleep, 0L).get(30, TimeUnit.SECONDS);
      } catch (HostException notYet) {
        assertThat(notYet.isUnreachable()).isTrue();
        Thread.sleep(20);
      } catch (ExecutionException onTheOldConnection) {
        assertThat(onTheOldConnection).hasMessageContaining("has closed the connection");
      }
    }
    assertThat(Objects.requireNonNull(answer).type()).isEqualTo(FrameType.OUTCOME);
  }

  @Test
  void wrongTokenIsRefused() throws Exception {
    HostServer server = server(0, "right");
    HostConnection without = connect(server);
    Path file = directory.resolve("token");
    Files.write(file, "right\n".getBytes(StandardCharsets.UTF_8));
    HostConnection with =
        connections.to(
            HostConfig.parse("127.0.0.1:" + server.port())
                .with(file.toString(), null, Collections.emptyList()));

    assertThatThrownBy(() -> without.find(request("narrow", "int"), WAIT))
        .hasMessageContaining("the token is missing or wrong");
    assertThat(with.find(request("narrow", "int"), WAIT).parameters()).containsExactly("int");
  }

  @Test
  void otherMachinesNeedTokenAndTls() {
    assertThatThrownBy(
            () -> new HostOptions(new InetSocketAddress("0.0.0.0", 0), "token", null, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give --token-file and --tls-key-store");
  }

  @Test
  void strangersAreSentAway() throws Exception {
    HostServer server = server(0, null);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(30_000);
      int last = 0;
      while (last >= 0) {
        last = socket.getInputStream().read();
      }
      assertThat(last).isNegative();
    }
    assertThat(connect(server).find(request("narrow", "int"), WAIT).result()).isEqualTo("int");
  }
}
