package io.understudy.agent.convert;

import io.understudy.agent.classfile.ClassFile;
import io.understudy.agent.classfile.ClassFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The names of the parameters of a constructor: from {@code -parameters}, from the annotation
 * {@code ConstructorProperties}, or from the table of local variables, which compilers write for
 * debuggers. Stateless.
 */
final class ParameterNames {
  private static final int MOST_BYTES = 10_000_000;

  private ParameterNames() {}

  /** Returns the names, one for each parameter; null if they are not known. */
  static @Nullable List<String> of(Constructor<?> constructor) {
    List<String> annotated = annotated(constructor);
    if (annotated != null) {
      return annotated;
    }
    List<String> names = new ArrayList<>();
    for (Parameter parameter : constructor.getParameters()) {
      if (!parameter.isNamePresent()) {
        return local(constructor);
      }
      names.add(parameter.getName());
    }
    return names;
  }

  private static @Nullable List<String> annotated(Constructor<?> constructor) {
    for (Annotation annotation : constructor.getAnnotations()) {
      if (annotation.annotationType().getName().equals("java.beans.ConstructorProperties")) {
        try {
          // By name: a Java without the module java.desktop has no such class.
          Object value = annotation.annotationType().getMethod("value").invoke(annotation);
          List<String> names = Arrays.asList((String[]) value);
          return names.size() == constructor.getParameterCount() ? names : null;
        } catch (ReflectiveOperationException | RuntimeException unreadable) {
          return null;
        }
      }
    }
    return null;
  }

  private static @Nullable List<String> local(Constructor<?> constructor) {
    byte[] file = classFile(constructor.getDeclaringClass());
    if (file == null) {
      return null;
    }
    String descriptor =
        MethodType.methodType(void.class, constructor.getParameterTypes())
            .toMethodDescriptorString();
    try {
      return ClassFile.of(file).parameterNames("<init>", descriptor);
    } catch (ClassFileException unreadable) {
      return null;
    }
  }

  private static byte @Nullable [] classFile(Class<?> type) {
    String name = "/" + type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getResourceAsStream(name)) {
      if (in == null) {
        return null;
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[8192];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
        if (out.size() > MOST_BYTES) {
          return null;
        }
      }
      return out.toByteArray();
    } catch (IOException | RuntimeException unreadable) {
      return null;
    }
  }
}
