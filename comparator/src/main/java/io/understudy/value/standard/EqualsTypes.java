package io.understudy.value.standard;

import io.understudy.value.Scalar;
import io.understudy.value.Supertypes;
import io.understudy.value.shape.Shape;
import io.understudy.value.shape.ShapeFactory;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Immutable value types of the JDK whose {@code equals} covers their whole content, needs no
 * network and runs no code of the application. They are compared by it. The types are named because
 * an {@code equals} alone proves nothing: that of {@code HttpCookie} ignores the cookie's value,
 * that of {@code logging.Level} its name, and that of {@code CodeSource} asks a name server.
 */
final class EqualsTypes {
  /** Types whose objects may be of another class of the JDK below them. */
  private static final Set<String> OPEN =
      names(
          "java.awt.font.TransformAttribute",
          "java.lang.constant.ConstantDesc",
          "java.lang.constant.DynamicCallSiteDesc",
          "java.lang.reflect.Type",
          "java.nio.file.attribute.FileAttribute",
          "java.security.Principal",
          "java.security.cert.CertPath",
          "java.security.cert.Certificate",
          "java.security.cert.X509CRL",
          "java.security.cert.X509CRLEntry",
          "java.security.spec.ECField",
          "java.text.AttributedCharacterIterator$Attribute",
          "java.time.zone.ZoneRules",
          "javax.management.openmbean.SimpleType",
          "javax.net.ssl.SNIServerName",
          "javax.print.attribute.EnumSyntax",
          "javax.print.attribute.IntegerSyntax",
          "javax.print.attribute.ResolutionSyntax",
          "javax.print.attribute.SetOfIntegerSyntax",
          "javax.print.attribute.Size2DSyntax",
          "javax.print.attribute.TextSyntax",
          "javax.print.attribute.URISyntax");

  /** Types below an open one that can change, or have more content than their equals compares. */
  private static final Set<String> NOT =
      names("java.security.Identity", "java.security.acl.Group", "java.security.acl.Owner");

  private static final Set<String> EXACT =
      names(
          "java.awt.AWTKeyStroke",
          "java.awt.AlphaComposite",
          "java.awt.BasicStroke",
          "java.awt.Color",
          "java.awt.DisplayMode",
          "java.awt.Font",
          "java.awt.font.FontRenderContext",
          "java.awt.font.NumericShaper",
          "java.awt.font.TextHitInfo",
          "java.lang.ProcessBuilder$Redirect",
          "java.lang.Runtime$Version",
          "java.lang.invoke.MethodType",
          "java.lang.module.ModuleDescriptor",
          "java.lang.module.ModuleDescriptor$Exports",
          "java.lang.module.ModuleDescriptor$Opens",
          "java.lang.module.ModuleDescriptor$Provides",
          "java.lang.module.ModuleDescriptor$Requires",
          "java.lang.module.ModuleDescriptor$Version",
          "java.math.MathContext",
          "java.net.InterfaceAddress",
          "java.net.NetworkInterface",
          "java.net.Proxy",
          "java.net.http.HttpHeaders",
          "java.nio.file.attribute.AclEntry",
          "java.rmi.MarshalledObject",
          "java.rmi.dgc.VMID",
          "java.rmi.server.ObjID",
          "java.rmi.server.UID",
          "java.security.CodeSigner",
          "java.security.PKCS12Attribute",
          "java.security.Timestamp",
          "java.security.spec.ECPoint",
          "java.security.spec.EllipticCurve",
          "java.time.format.DecimalStyle",
          "java.time.temporal.ValueRange",
          "java.time.zone.ZoneOffsetTransition",
          "java.time.zone.ZoneOffsetTransitionRule",
          "java.util.HexFormat",
          "javax.crypto.spec.RC2ParameterSpec",
          "javax.crypto.spec.RC5ParameterSpec",
          "javax.management.ImmutableDescriptor",
          "javax.management.MBeanAttributeInfo",
          "javax.management.MBeanConstructorInfo",
          "javax.management.MBeanFeatureInfo",
          "javax.management.MBeanInfo",
          "javax.management.MBeanNotificationInfo",
          "javax.management.MBeanOperationInfo",
          "javax.management.MBeanParameterInfo",
          "javax.management.ObjectInstance",
          "javax.management.ObjectName",
          "javax.management.remote.JMXServiceURL",
          "javax.naming.ldap.Rdn",
          "javax.sound.sampled.AudioFileFormat$Type",
          "javax.sound.sampled.AudioFormat$Encoding",
          "javax.swing.KeyStroke",
          "javax.swing.plaf.ColorUIResource",
          "javax.swing.plaf.FontUIResource");

  /** Types with such an {@code equals} that can change; their {@code clone} is a private copy. */
  private static final List<String> CLONED =
      Arrays.asList(
          "java.text.Collator",
          "java.text.DateFormatSymbols",
          "java.text.DecimalFormatSymbols",
          "java.text.StringCharacterIterator",
          "javax.naming.CompositeName",
          "javax.naming.CompoundName",
          "javax.naming.ldap.LdapName");

  private EqualsTypes() {}

  private static Set<String> names(String... names) {
    return new HashSet<>(Arrays.asList(names));
  }

  /** The shape of a class of the JDK; null if the class is none of these. */
  static @Nullable Shape of(Class<?> type) throws ReflectiveOperationException {
    if (EXACT.contains(type.getName())) {
      return ShapeFactory.scalar(type, Scalar.OTHER, UnaryOperator.identity());
    }
    if (Supertypes.closest(type, NOT) != null) {
      return null;
    }
    Class<?> open = Supertypes.closest(type, OPEN);
    if (open != null && hasEquals(type, open)) {
      return ShapeFactory.scalar(type, open, UnaryOperator.identity());
    }
    for (String name : CLONED) {
      Class<?> base = Supertypes.named(type, name);
      if (base != null) {
        return ShapeFactory.changing(type, CloneMethod.of(type));
      }
    }
    return null;
  }

  // Enum-like types have one object for each value, and inherit the equals of Object.
  private static boolean hasEquals(Class<?> type, Class<?> open) throws NoSuchMethodException {
    return open.getName().endsWith("EnumSyntax")
        || type.getMethod("equals", Object.class).getDeclaringClass() != Object.class;
  }
}
