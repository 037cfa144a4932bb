package io.understudy.value.standard;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.compare.Comparison;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.shape.Shape;
import io.understudy.value.view.FrozenText;
import io.understudy.value.view.StandardShapes;
import java.awt.geom.Area;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.PasswordAuthentication;
import java.nio.CharBuffer;
import java.nio.IntBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.logging.Level;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import javax.management.openmbean.CompositeDataSupport;
import javax.management.openmbean.CompositeType;
import javax.management.openmbean.OpenType;
import javax.management.openmbean.SimpleType;
import javax.naming.directory.BasicAttribute;
import javax.sql.rowset.serial.SerialBlob;
import org.junit.jupiter.api.Test;

/** What the shapes of the JDK's value types show, and what they never show. */
class StandardTypesTest {
  private static Comparison compare(Object control, Object candidate) {
    return Differ.with(Rules.none()).compare(control, candidate);
  }

  @Test
  void keyIsComparedButNotShown() {
    byte[] content = "secret-4711-bytes".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    byte[] other = "secret-4712-bytes".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    Object key = new SecretKeySpec(content, "AES");
    Shape shape = StandardShapes.of(key);

    assertThat(compare(key, new SecretKeySpec(content, "AES")).isEqual()).isTrue();
    assertThat(compare(key, new SecretKeySpec(content, "DES")).isEqual()).isFalse();
    assertThat(compare(key, new SecretKeySpec(other, "AES")).toString())
        .isEqualTo(
            "1 difference: [(root) VALUE: AES key in format RAW (not shown) (SecretKeySpec) / AES key in format"
                + " RAW (not shown) (SecretKeySpec)]");
    assertThat(shape.plain(key).hashCode())
        .isEqualTo(StandardShapes.of(key).plain(new SecretKeySpec(other, "AES")).hashCode());
    assertThat(FrozenText.frozen(Collections.singletonList(new PBEKeySpec("4711".toCharArray()))))
        .isEqualTo("[javax.crypto.spec.PBEKeySpec (not shown)]");
    assertThat(FrozenText.frozen(new PasswordAuthentication("u", "4711".toCharArray())))
        .isEqualTo("java.net.PasswordAuthentication (not shown)");
  }

  @Test
  void passwordsWithHalfSurrogatePairsAreToldApart() {
    assertThat(
            compare(
                    new PasswordAuthentication("u", new char[] {'\ud800'}),
                    new PasswordAuthentication("u", new char[] {'\ud801'}))
                .isEqual())
        .isFalse();
    assertThat(
            compare(
                    new PasswordAuthentication("u1", new char[] {'2'}),
                    new PasswordAuthentication("u", new char[] {'1', '2'}))
                .isEqual())
        .isFalse();
  }

  @Test
  void keysOfAPairAreParts() throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    KeyPair pair = generator.generateKeyPair();
    KeyPair mixed = new KeyPair(pair.getPublic(), generator.generateKeyPair().getPrivate());

    assertThat(compare(pair, new KeyPair(pair.getPublic(), pair.getPrivate())).isEqual()).isTrue();
    assertThat(compare(pair, mixed).toString())
        .startsWith("1 difference: [/private VALUE: RSA key in format PKCS#8 (not shown)");
  }

  /** A key of the application is an object like any other. */
  private static final class OwnKey implements SecretKey {
    private static final long serialVersionUID = 1;
    final int number = 1;

    @Override
    public String getAlgorithm() {
      throw new IllegalStateException("no method of the application runs");
    }

    @Override
    public String getFormat() {
      throw new IllegalStateException("no method of the application runs");
    }

    @Override
    public byte[] getEncoded() {
      throw new IllegalStateException("no method of the application runs");
    }
  }

  @Test
  void keyOfTheApplicationIsReadByItsFields() {
    assertThat(FrozenText.frozen(new OwnKey())).isEqualTo("{number: 1}");
  }

  private static class Audit extends Level {
    private static final long serialVersionUID = 1;

    Audit(String name, int value) {
      super(name, value);
    }
  }

  private static final class Numbered extends Audit {
    private static final long serialVersionUID = 1;
    final int number = 1;

    Numbered() {
      super("N", 1);
    }
  }

  @Test
  void levelIsItsNameAndNumber() {
    assertThat(compare(new Audit("A", 800), new Audit("A", 800)).isEqual()).isTrue();
    assertThat(compare(new Audit("A", 800), new Audit("A", 801)).isEqual()).isFalse();
    assertThat(compare(new Audit("A", 800), Level.INFO).isEqual()).isFalse();
    // Java 8 allows reading the fields of the JDK.
    assertThat(FrozenText.frozen(new Numbered()))
        .matches(
            ".*Numbered extends java.util.logging.Level, whose state cannot be read"
                + "|\\{name: N, value: 1, .*number: 1}");
  }

  @Retention(RetentionPolicy.RUNTIME)
  private @interface Marked {
    String[] value();

    Class<?> type() default Object.class;
  }

  @Marked({"a", "b"})
  private void one() {}

  @Marked({"a", "b"})
  private void same() {}

  @Marked({"a, b"})
  private void other() {}

  private static Marked marked(String method) throws Exception {
    Method named = StandardTypesTest.class.getDeclaredMethod(method);
    return named.getAnnotation(Marked.class);
  }

  @Test
  void annotationIsItsMembers() throws Exception {
    assertThat(compare(marked("one"), marked("same")).isEqual()).isTrue();
    assertThat(compare(marked("one"), marked("other")).isEqual()).isFalse();
  }

  @Test
  void proxyThatPretendsToBeAnAnnotationIsOpaque() {
    Object proxy =
        Proxy.newProxyInstance(
            StandardTypesTest.class.getClassLoader(),
            new Class<?>[] {Marked.class},
            (self, method, arguments) -> {
              throw new IllegalStateException("no method of the application runs");
            });

    assertThat(FrozenText.frozen(proxy)).startsWith("uncapturable: a dynamic proxy of ");
    assertThat(compare(proxy, proxy).isEqual()).isFalse();
  }

  static List<String> texts = Arrays.asList();
  static List<Integer> numbers = Arrays.asList();

  @Test
  void genericTypeIsComparedByItsArguments() throws Exception {
    Object text = StandardTypesTest.class.getDeclaredField("texts").getGenericType();
    Object again = StandardTypesTest.class.getDeclaredField("texts").getGenericType();
    Object number = StandardTypesTest.class.getDeclaredField("numbers").getGenericType();

    assertThat(compare(text, again).isEqual()).isTrue();
    assertThat(compare(text, number).isEqual()).isFalse();
  }

  @Test
  void bufferIsWhatIsLeftToRead() {
    IntBuffer ints = IntBuffer.wrap(new int[] {1, 2, 3});
    ints.get();

    assertThat(FrozenText.frozen(ints)).isEqualTo("[2, 3]");
    assertThat(ints.position()).isEqualTo(1);
    assertThat(FrozenText.frozen(CharBuffer.wrap("abc").subSequence(1, 2))).isEqualTo("b");
  }

  @Test
  void freedBlobHasNoContent() throws Exception {
    SerialBlob blob = new SerialBlob(new byte[] {1});
    blob.free();

    assertThat(FrozenText.frozen(blob)).startsWith("uncapturable: ");
    assertThat(compare(blob, blob).isEqual()).isFalse();
    assertThat(FrozenText.frozen(new SerialBlob(new byte[0]))).isEqualTo("[]");
  }

  @Test
  void matchResultIsItsGroups() {
    java.util.regex.Matcher matcher = Pattern.compile("(b)|(c)").matcher("ab");

    assertThat(matcher.find()).isTrue();
    assertThat(FrozenText.frozen(matcher.toMatchResult()))
        .contains("[[1, 2, b], [1, 2, b], [-1, -1, null]]");
  }

  @Test
  void outlinesAreTheirSegments() {
    GeneralPath path = new GeneralPath();
    path.moveTo(1, 2);
    path.closePath();

    assertThat(FrozenText.frozen(path)).isEqualTo("[1, [0, [1.0, 2.0]], [4, []]]");
    assertThat(
            compare(
                    new Area(new Rectangle2D.Double(0, 0, 1, 1)),
                    new Area(new Rectangle2D.Double(0, 0, 1, 2)))
                .isEqual())
        .isFalse();
  }

  @Test
  void valuesOfDirectoriesAndOfManagementAreParts() throws Exception {
    BasicAttribute attribute = new BasicAttribute("id", "a");
    attribute.add("b");
    CompositeType type =
        new CompositeType(
            "t",
            "d",
            new String[] {"n"},
            new String[] {"d"},
            new OpenType<?>[] {SimpleType.INTEGER});

    assertThat(FrozenText.frozen(attribute)).isEqualTo("{ID: id, ordered: false, values: [a, b]}");
    assertThat(
            FrozenText.frozen(new CompositeDataSupport(type, new String[] {"n"}, new Object[] {1})))
        .contains("{n = 1}");
  }
}
