package io.understudy.value.standard;

import io.understudy.value.Supertypes;
import io.understudy.value.shape.Shape;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Value types of the JDK that are compared as records of their public parts: types without an
 * {@code equals}, or with one that ignores a part.
 */
final class PartTypes {
  private static final String KEY = "java.text.CollationKey";

  /** The parts by the name of the type, of objects that may change. */
  private static final Map<String, String> CHANGING = new LinkedHashMap<>();

  /** The parts by the name of the type, of objects that never change. */
  private static final Map<String, String> FIXED = new LinkedHashMap<>();

  static {
    String statistics = "count sum min max";
    CHANGING.put("java.util.IntSummaryStatistics", statistics);
    CHANGING.put("java.util.LongSummaryStatistics", statistics);
    CHANGING.put("java.util.DoubleSummaryStatistics", statistics);
    CHANGING.put("java.text.ParsePosition", "index errorIndex");
    CHANGING.put("java.text.FieldPosition", "field fieldAttribute beginIndex endIndex");
    CHANGING.put("java.text.Annotation", "value");
    CHANGING.put(KEY, "sourceString toByteArray");
    CHANGING.put(
        "java.net.HttpCookie",
        "name value comment commentURL discard domain httpOnly? maxAge path portlist secure"
            + " version");
    CHANGING.put("java.security.KeyPair", "public private");
    CHANGING.put(
        "java.beans.PropertyChangeEvent", "source propertyName oldValue newValue propagationId");
    CHANGING.put("java.util.jar.Manifest", "mainAttributes entries");
    CHANGING.put("java.awt.datatransfer.DataFlavor", "mimeType humanPresentableName");
    CHANGING.put("javax.management.Attribute", "name value");
    FIXED.put("javax.naming.StringRefAddr", "type content");
    CHANGING.put("javax.naming.BinaryRefAddr", "type content");
    CHANGING.put("javax.naming.NameClassPair", "name className relative");
    FIXED.put("java.lang.management.MemoryUsage", "init used committed max");
    FIXED.put("javax.crypto.spec.DHParameterSpec", "p g l");
    FIXED.put("javax.crypto.spec.DHPublicKeySpec", "y p g");
    FIXED.put("javax.crypto.spec.GCMParameterSpec", "tLen IV");
    FIXED.put("javax.crypto.spec.IvParameterSpec", "IV");
    FIXED.put(
        "javax.crypto.spec.OAEPParameterSpec",
        "digestAlgorithm MGFAlgorithm MGFParameters PSource");
    FIXED.put("javax.crypto.spec.PBEParameterSpec", "salt iterationCount parameterSpec");
    FIXED.put("javax.crypto.spec.PSource$PSpecified", "algorithm value");
    FIXED.put("java.security.spec.DSAParameterSpec", "p q g");
    FIXED.put("java.security.spec.DSAPublicKeySpec", "y p q g");
    FIXED.put("java.security.spec.ECGenParameterSpec", "name");
    FIXED.put("java.security.spec.ECParameterSpec", "curve generator order cofactor");
    FIXED.put("java.security.spec.ECPublicKeySpec", "w params");
    FIXED.put("java.security.spec.MGF1ParameterSpec", "digestAlgorithm");
    FIXED.put("java.security.spec.NamedParameterSpec", "name");
    FIXED.put(
        "java.security.spec.PSSParameterSpec",
        "digestAlgorithm MGFAlgorithm MGFParameters saltLength trailerField");
    FIXED.put("java.security.spec.RSAKeyGenParameterSpec", "keysize publicExponent");
    FIXED.put("java.security.spec.RSAPublicKeySpec", "modulus publicExponent params?");
    FIXED.put("java.security.spec.X509EncodedKeySpec", "format encoded");
  }

  private PartTypes() {}

  /** The shape of a class of the JDK; null if the class is none of these. */
  static @Nullable Shape of(Class<?> type) throws ReflectiveOperationException {
    String fixed = FIXED.get(type.getName());
    if (fixed != null) {
      return new Parts(type).named(fixed.split(" ")).fixed(type);
    }
    // A subclass may have further state, so only the key of a collator has subclasses here.
    Class<?> base = Supertypes.named(type, KEY);
    Class<?> owner = base == null ? type : base;
    String changing = CHANGING.get(owner.getName());
    return changing == null ? null : new Parts(owner).named(changing.split(" ")).changing(type);
  }
}
