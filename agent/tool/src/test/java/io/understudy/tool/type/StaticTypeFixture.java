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

  /** What {@code question} says of a method, with the parts of all test classes at hand. */
  public static <T> T ask(String method, Question<T> question) {
    return ask(method, Collections.emptySet(), question);
  }

  /** As {@link #ask(String, Question)}, where some classes are seen otherwise. */
  public static <T> T ask(String method, Set<String> seenOtherwise, Question<T> question) {
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(CheckFixture.TEST_CLASSES))) {
      TypeLookup types = new TypeLookup(files);
      MethodSignature signature = types.declared(Archive.class.getName(), method).get(0);
      return question.of(signature, new TypePartsFinder(types, seenOtherwise));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Something to ask of a method. */
  public interface Question<T> {
    T of(MethodSignature method, TypePartsFinder parts);
  }

  /** The leaves of a method's result, each with its type. */
  public static List<String> leaves(String method, String... seenOtherwise) {
    Set<String> others = Arrays.stream(seenOtherwise).collect(Collectors.toSet());
    Function<TypeLeaf, String> shown = leaf -> leaf + ": " + leaf.type;
    return ask(
        method,
        others,
        (signature, parts) ->
            TypeLeaves.of(signature.returnedType(), parts).stream()
                .map(shown)
                .collect(Collectors.toList()));
  }

  /** Where a path leads in a method's result: the types, "?" where it is open, or a dead end. */
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
