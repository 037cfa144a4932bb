package io.understudy.tool.type;

import com.acme.legacy.Archive;
import io.understudy.tool.check.CheckFixture;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The static types of the methods of {@link Archive}. */
public final class StaticTypeFixture {
  private StaticTypeFixture() {}

  /** Returns the answer of {@code question} for a method. */
  public static <T> T ask(String method, Question<T> question) {
    return ask(method, Collections.emptySet(), question);
  }

  /** As {@link #ask(String, Question)}, with a view for some classes. */
  public static <T> T ask(String method, Set<String> viewedClasses, Question<T> question) {
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(CheckFixture.TEST_CLASSES))) {
      TypeLookup types = new TypeLookup(files);
      MethodSignature signature = types.declared(Archive.class.getName(), method).get(0);
      return question.of(signature, new TypePartsFinder(types, viewedClasses));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A function of a method and of the parts of types. */
  public interface Question<T> {
    T of(MethodSignature method, TypePartsFinder parts);
  }

  /** Returns the leaves of a method's result, each with its type. */
  public static List<String> leaves(String method, String... viewedClasses) {
    Set<String> others = Arrays.stream(viewedClasses).collect(Collectors.toSet());
    Function<TypeLeaf, String> shown = leaf -> leaf + ": " + leaf.type;
    return ask(
        method,
        others,
        (signature, parts) ->
            TypeLeaves.of(signature.returnedType(), parts).stream()
                .map(shown)
                .collect(Collectors.toList()));
  }

  /**
   * Follows a path in a method's result. Returns the types at its end, "?" if they are unknown, or
   * the reason of a dead end.
   */
  public static String walk(String method, String... steps) {
    return ask(
        method,
        (signature, parts) -> {
          PathWalk walk = new PathWalk(signature.returnedType(), Arrays.asList(steps), parts);
          return walk.isDead()
              ? walk.deadEnd()
              : walk.ends().isEmpty() ? "?" : walk.ends().toString();
        });
  }
}
