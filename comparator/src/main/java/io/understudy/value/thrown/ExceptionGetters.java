package io.understudy.value.thrown;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the public getters of the fields of the JDK's exception classes. */
final class ExceptionGetters {
  /** The getters that are not named after their field, by simple class name and field. */
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    put("SQLException", "vendorCode=getErrorCode", "next=getNextException");
    put("BatchUpdateException", "longUpdateCounts=getLargeUpdateCounts");
    put("PatternSyntaxException", "desc=getDescription");
    put("FormatFlagsConversionMismatchException", "f=getFlags", "c=getConversion");
    put("IllegalFormatCodePointException", "c=getCodePoint");
    put("IllegalFormatConversionException", "c=getConversion", "arg=getArgumentClass");
    put("IllegalFormatPrecisionException", "p=getPrecision");
    put("IllegalFormatWidthException", "w=getWidth");
    put("MissingFormatArgumentException", "s=getFormatSpecifier");
    put("MissingFormatWidthException", "s=getFormatSpecifier");
    put("UnknownFormatConversionException", "s=getConversion");
    put("IllformedLocaleException", "_errIdx=getErrorIndex");
    put("BadLocationException", "offs=offsetRequested");
    put("XMLStreamException", "nested=getNestedException");
    put("GSSException", "minorMessage=getMinorString", "majorString=getMajorString");
    put("CertificateRevokedException", "reason=getRevocationReason", "authority=getAuthorityName");
    put("AttributeModificationException", "unexecs=getUnexecutedModifications");
    put("FileSystemException", "other=getOtherFile");
    put("AccessControlException", "perm=getPermission");
    put("URIReferenceException", "uriReference=getURIReference");
    // The text of these two contains the field, which has no getter.
    put("BadAttributeValueExpException", "val=toString");
    put("BadStringOperationException", "op=toString");
    put("PropertyVetoException", "evt=getPropertyChangeEvent");
    // Its getter makes an object; the field has none.
    put("SyncProviderException", "syncResolver=");
  }

  private ExceptionGetters() {}

  private static void put(String simpleName, String... getters) {
    for (String each : getters) {
      int equals = each.indexOf('=');
      NAMES.put(simpleName + "." + each.substring(0, equals), each.substring(equals + 1));
    }
  }

  /** The public method of the field's class that returns the field; null if there is none. */
  static @Nullable Method of(Field field) {
    Class<?> owner = field.getDeclaringClass();
    String known = NAMES.get(owner.getSimpleName() + "." + field.getName());
    List<String> names = known == null ? usual(field.getName()) : Arrays.asList(known);
    for (String name : names) {
      try {
        Method method = name.isEmpty() ? null : owner.getMethod(name);
        if (method != null && isGetter(method, field)) {
          return method;
        }
      } catch (NoSuchMethodException | LinkageError none) {
        continue;
      }
    }
    return null;
  }

  private static boolean isGetter(Method method, Field field) {
    return method.getDeclaringClass() == field.getDeclaringClass()
        && method.getReturnType() != void.class
        && method.getExceptionTypes().length == 0;
  }

  private static List<String> usual(String field) {
    String capital = field.substring(0, 1).toUpperCase(Locale.ROOT) + field.substring(1);
    return Arrays.asList("get" + capital, "is" + capital, field);
  }

  /** The name of the part that a getter returns: {@code errorCode} for {@code getErrorCode}. */
  static String partName(Method getter) {
    String name = getter.getName();
    if (!name.startsWith("get")) {
      return name;
    }
    // As the JavaBeans specification defines: "SQLState" stays "SQLState".
    boolean acronym = name.length() > 4 && Character.isUpperCase(name.charAt(4));
    return acronym
        ? name.substring(3)
        : name.substring(3, 4).toLowerCase(Locale.ROOT) + name.substring(4);
  }
}
