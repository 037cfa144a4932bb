package io.understudy.value.standard;

import io.understudy.value.Scalar;
import io.understudy.value.Supertypes;
import io.understudy.value.shape.Accessors;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.math.BigInteger;
import java.net.PasswordAuthentication;
import java.nio.ByteBuffer;
import java.security.Key;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.security.auth.Destroyable;
import org.jspecify.annotations.Nullable;

/**
 * The shapes of keys, key specifications and passwords. They are compared by their content, which
 * is never shown: a difference names the algorithm only.
 */
final class Secrets {
  /** The secret parts of key specifications, by class name. */
  private static final Map<String, String> SPECS = new LinkedHashMap<>();

  static {
    SPECS.put("java.security.spec.PKCS8EncodedKeySpec", "encoded");
    SPECS.put("java.security.spec.RSAPrivateKeySpec", "modulus privateExponent");
    SPECS.put(
        "java.security.spec.RSAPrivateCrtKeySpec",
        "modulus privateExponent publicExponent primeP primeQ primeExponentP primeExponentQ"
            + " crtCoefficient");
    SPECS.put("java.security.spec.DSAPrivateKeySpec", "x p q g");
    SPECS.put("javax.crypto.spec.DESKeySpec", "key");
    SPECS.put("javax.crypto.spec.DESedeKeySpec", "key");
    SPECS.put("javax.crypto.spec.DHPrivateKeySpec", "x p g");
    SPECS.put("javax.crypto.spec.PBEKeySpec", "password salt iterationCount keyLength");
  }

  private Secrets() {}

  /** The shape of {@link SecretValue}. */
  static Shape kept() {
    return ShapeFactory.scalar(SecretValue.class, Scalar.OTHER, UnaryOperator.identity());
  }

  /** The shape of a class of the JDK; null if the class is none of these. */
  static @Nullable Shape of(Class<?> type) throws ReflectiveOperationException {
    if (Key.class.isAssignableFrom(type)) {
      return key(type);
    }
    if (type == PasswordAuthentication.class) {
      return ShapeFactory.standIn(type.getName(), live -> password((PasswordAuthentication) live));
    }
    String spec = SPECS.get(type.getName());
    return spec == null ? null : spec(type, spec.split(" "));
  }

  private static Shape key(Class<?> type) throws ReflectiveOperationException {
    String name = type.getName();
    Shape device = ShapeFactory.opaque(name, name + " is a key that a device or provider keeps");
    if (name.startsWith("sun.security.pkcs11.") || name.startsWith("sun.security.mscapi.")) {
      return device;
    }
    Class<?> meaning = Supertypes.named(type, "java.security.Key");
    Shape encoded =
        ShapeFactory.scalar(type, meaning == null ? type : meaning, live -> content((Key) live));
    return ShapeFactory.perObject(
        name, !isDestroyable(type), live -> isEncoded((Key) live) ? encoded : device);
  }

  /** Whether a candidate could destroy a key that it shares with the application. */
  private static boolean isDestroyable(Class<?> type) {
    try {
      return type.getMethod("destroy").getDeclaringClass() != Destroyable.class;
    } catch (NoSuchMethodException fixed) {
      return false;
    }
  }

  // A destroyed key throws IllegalStateException.
  private static boolean isEncoded(Key key) {
    try {
      return key.getEncoded() != null && key.getFormat() != null;
    } catch (IllegalStateException destroyed) {
      return false;
    }
  }

  private static Object content(Key key) {
    String description = key.getAlgorithm() + " key in format " + key.getFormat();
    return new SecretValue(description, (byte[]) Accessors.present(key.getEncoded()));
  }

  private static Object password(PasswordAuthentication live) {
    return secret(PasswordAuthentication.class.getName(), live.getUserName(), live.getPassword());
  }

  private static Shape spec(Class<?> type, String[] parts) throws ReflectiveOperationException {
    List<Function<Object, @Nullable Object>> getters = new ArrayList<>();
    for (String part : parts) {
      String capital = part.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + part.substring(1);
      getters.add(Accessors.method(type, "get" + capital));
    }
    String name = type.getName();
    Function<Object, @Nullable Object> secret =
        live -> {
          @Nullable Object[] contents = new @Nullable Object[getters.size()];
          for (int i = 0; i < contents.length; i++) {
            contents[i] = getters.get(i).apply(live);
          }
          return secret(name, contents);
        };
    // The password can be cleared; the others never change.
    return name.equals("javax.crypto.spec.PBEKeySpec")
        ? ShapeFactory.standIn(name, secret)
        : ShapeFactory.sharableStandIn(name, secret);
  }

  /** Writes each part with its length, so that different parts never have the same bytes. */
  private static SecretValue secret(String description, @Nullable Object... contents) {
    StringBuilder all = new StringBuilder();
    for (Object content : contents) {
      String text = text(content);
      all.append(text.length()).append(content == null ? '-' : ':').append(text);
    }
    ByteBuffer bytes = ByteBuffer.allocate(Character.BYTES * all.length());
    bytes.asCharBuffer().put(all.toString()); // A charset would replace a half surrogate pair.
    return new SecretValue(description, bytes.array());
  }

  private static String text(@Nullable Object content) {
    if (content instanceof char[]) {
      return new String((char[]) content);
    }
    return content instanceof byte[]
        ? new BigInteger(1, (byte[]) content) + "/" + ((byte[]) content).length
        : String.valueOf(content);
  }
}
