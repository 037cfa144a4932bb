package io.understudy.agent.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.understudy.agent.config.MethodRef;
import io.understudy.agent.config.TypeConfig;
import io.understudy.compare.ThrownException;
import io.understudy.portable.PortableFormException;
import io.understudy.portable.PortableOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
  private static final int MOST = 1 << 20;

  private static FrameReader reader(byte[] bytes) {
    return new FrameReader(new ByteArrayInputStream(bytes), MOST);
  }

  @Test
  void framesAreReadAsTheyWereWritten() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] large = new byte[200_000];
    new Random(1).nextBytes(large);
    out.write(new Frame(FrameType.CALL, Long.MIN_VALUE, large).bytes());
    out.write(new Frame(FrameType.PING, 7, new byte[0]).bytes());

    FrameReader reader = reader(out.toByteArray());
    Frame first = Objects.requireNonNull(reader.next());
    Frame second = Objects.requireNonNull(reader.next());

    assertThat(first.type()).isEqualTo(FrameType.CALL);
    assertThat(first.id()).isEqualTo(Long.MIN_VALUE);
    assertThat(first.payload()).isEqualTo(large);
    assertThat(second.type()).isEqualTo(FrameType.PING);
    assertThat(second.id()).isEqualTo(7);
    assertThat(reader.next()).isNull();
  }

  @Test
  void bytesOfAFrame() {
    assertThat(new Frame(FrameType.PONG, 258, new byte[] {5}).bytes())
        .containsExactly(0, 0, 0, 10, 10, 0, 0, 0, 0, 0, 0, 1, 2, 5);
  }

  @Test
  void wrongLengthsAreRefused() {
    for (byte[] bytes :
        Arrays.asList(
            new byte[] {-1, -1, -1, -1, 1, 0, 0, 0, 0, 0, 0, 0, 0},
            new byte[] {0, 0, 0, 8, 1, 0, 0, 0, 0, 0, 0, 0, 0},
            new byte[] {0, 16, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0})) {
      assertThatThrownBy(() -> reader(bytes).next()).isInstanceOf(ProtocolException.class);
    }
  }

  @Test
  void endInsideAFrameIsAnError() {
    byte[] whole = new Frame(FrameType.PING, 1, new byte[3]).bytes();

    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> reader(cut).next()).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void lengthThatIsNotSentIsNotAllocated() {
    // 1 GB is announced, and 100 KB are sent: reading must end with the bytes.
    int[] largest = {0};
    InputStream in =
        new InputStream() {
          private int at;

          @Override
          public int read() {
            byte[] head = {0x40, 0, 0, 0, 5, 0, 0, 0, 0, 0, 0, 0, 1};
            return at < head.length ? head[at++] : -1;
          }

          @Override
          public int read(byte[] into, int from, int count) {
            largest[0] = Math.max(largest[0], into.length);
            int first = read();
            if (at < 13 || first >= 0) {
              into[from] = (byte) first;
              return 1;
            }
            at += count;
            return at > 100_000 ? -1 : count;
          }
        };

    assertThatThrownBy(() -> new FrameReader(in, Integer.MAX_VALUE).next())
        .isInstanceOf(EOFException.class);
    assertThat(largest[0]).isLessThan(1 << 20);
  }

  @Property(tries = 2000)
  void anyBytesEndInFramesOrAnError(@ForAll byte[] bytes) {
    drain(bytes);
  }

  @Property(tries = 1000)
  void mutatedConversationsEndInFramesOrAnError(@ForAll int seed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(new Frame(FrameType.HELLO, 0, new Hello(1, 3, "token").bytes()).bytes());
    out.write(new Frame(FrameType.FIND, 1, request().bytes()).bytes());
    out.write(
        new Frame(FrameType.CALL, 2, new CallRequest(0, 2000, true, new byte[] {1, 0}).bytes())
            .bytes());
    out.write(new Frame(FrameType.OUTCOME, 2, reply().bytes()).bytes());
    byte[] bytes = out.toByteArray();
    Random random = new Random(seed);
    for (int i = 0; i < 3; i++) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    drain(bytes);
  }

  private static void drain(byte[] bytes) {
    FrameReader reader = reader(bytes);
    try {
      for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
        parse(frame);
      }
    } catch (IOException refused) {
      assertThat(refused.getMessage()).isNotEmpty();
    }
  }

  /** Reads a payload as each kind of message. */
  private static void parse(Frame frame) {
    for (Message each :
        Arrays.<Message>asList(
            () -> Hello.read(frame.input()),
            () -> Welcome.read(frame.input()),
            () -> MethodRequest.read(frame.input()),
            () -> MethodReply.read(frame.input()),
            () -> CallRequest.read(frame.input()),
            () -> CallReply.read(frame.input()))) {
      try {
        each.read();
      } catch (PortableFormException refused) {
        assertThat(refused.reason()).isNotEmpty();
      }
    }
  }

  private interface Message {
    Object read() throws PortableFormException;
  }

  private static MethodRequest request() {
    return new MethodRequest(
        MethodRef.parse("com.acme.Pricing#quote(int)"),
        MethodRef.parse("com.acme.Pricing#make"),
        Collections.singletonList("int"),
        Collections.singletonList(
            new TypeConfig("com.acme.Geo", TypeConfig.How.PARTS, Arrays.asList("lat", "lon"))));
  }

  private static CallReply reply() {
    List<ThrownException> causes =
        Collections.singletonList(
            ThrownException.named(
                "java.sql.SQLException",
                Collections.singletonList("java.sql.SQLException"),
                null,
                "08006",
                Collections.emptyList()));
    return new CallReply(
        12,
        ThrownException.named("com.acme.Sold", Arrays.asList("com.acme.Sold"), "no", causes),
        new byte[] {1, 0});
  }

  @Test
  void slowPeerEndsAtTheTimeLimit() {
    byte[] bytes = new Frame(FrameType.HELLO, 0, new byte[5_000]).bytes();
    FrameReader reader =
        new FrameReader(
            new ByteArrayInputStream(bytes) {
              @Override
              public synchronized int read(byte[] into, int at, int length) {
                try {
                  Thread.sleep(5);
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                return super.read(into, at, 1);
              }
            },
            MOST);
    reader.endAfter(100);

    assertThatThrownBy(reader::next).isInstanceOf(SocketTimeoutException.class);
  }

  @Test
  void sqlStateOfACauseIsKept() throws PortableFormException {
    CallReply reply = CallReply.read(frame(reply().bytes()).input());

    assertThat(Objects.requireNonNull(reply.thrown()).causes().get(0).sqlState())
        .isEqualTo("08006");
  }

  @Test
  void negativeDurationIsRefused() {
    Frame frame = frame(new CallReply(-1, null, new byte[0]).bytes());

    assertThatThrownBy(() -> CallReply.read(frame.input()))
        .isInstanceOf(PortableFormException.class);
  }

  @Test
  void reasonIsOneLineOfLimitedLength() throws PortableFormException {
    char[] letters = new char[10_000];
    Arrays.fill(letters, 'x');
    PortableOutput out = new PortableOutput(20_000);
    out.text("a\r\nb\u2028c" + new String(letters));

    assertThat(frame(out.toBytes()).reason())
        .startsWith("a  b cxx")
        .hasSize(Frame.LONGEST_REASON + 3)
        .endsWith("...");
  }

  @Test
  void messagesAreReadAsTheyWereWritten() throws PortableFormException {
    MethodRequest request = MethodRequest.read(frame(request().bytes()).input());
    CallReply reply = CallReply.read(frame(reply().bytes()).input());
    CallRequest call =
        CallRequest.read(frame(new CallRequest(3, 4, true, new byte[] {9}).bytes()).input());

    assertThat(request).isEqualTo(request());
    assertThat(reply.thrown()).isEqualTo(reply().thrown());
    assertThat(reply.nanos()).isEqualTo(12);
    assertThat(reply.values()).containsExactly(1, 0);
    assertThat(call.method()).isEqualTo(3);
    assertThat(call.timeoutMillis()).isEqualTo(4);
    assertThat(call.wantsArguments()).isTrue();
    assertThat(call.arguments()).containsExactly(9);
  }

  private static Frame frame(byte[] payload) {
    return new Frame(1, 1, payload);
  }

  @Property
  void tokensAreNotShown(@ForAll @IntRange(max = 9) int version) {
    assertThat(new Hello(version, version, "hidden").toString()).doesNotContain("hidden");
  }
}
