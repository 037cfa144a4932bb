package io.understudy.tool.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.rig.Sources;
import io.understudy.tool.classpath.ClassPath;
import io.understudy.tool.classpath.ClassPathFiles;
import io.understudy.tool.type.TypeLookup;
import io.understudy.tool.type.TypePartsFinder;
import io.understudy.value.PathPattern;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Paths from the roots of one side: its result, and its arguments if they are compared. */
class PathRootsTest {
  private static final String SOURCE =
      "package com.acme; abstract class Side { static final class Cart { int count; String name; }"
          + " abstract Cart one(Cart cart, int number); abstract void none(Cart cart);"
          + " abstract void nothing(); }";

  @TempDir Path directory;

  /** The types at the end of the path, or why there is none. */
  private String reach(String method, String path, boolean arguments) throws Exception {
    String classes = Sources.compile(directory, SOURCE).toString();
    try (ClassPathFiles files = new ClassPathFiles(ClassPath.of(classes))) {
      TypeLookup types = new TypeLookup(files);
      PathRoots roots =
          new PathRoots(
              types.declared("com.acme.Side", method).get(0),
              new TypePartsFinder(types, Collections.emptySet()));
      PathRoots.Reach reach = roots.reach(PathPattern.parse(path).steps(), arguments);
      return (reach.isDead ? reach.reasons : reach.ends).toString();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one | '' | [com.acme.Side$Cart]",
        "one | /count | [int]",
        "one | /* | [int, java.lang.String]",
        "one | /arguments | [com.acme.Side$Cart has no part arguments]",
        "one | /arguments/0 | [com.acme.Side$Cart has no part arguments]",
        "one | /nme | [com.acme.Side$Cart has no part nme; did you mean \"name\"?]",
        "none | '' | [the control returns nothing]",
        "none | /arguments/0 | [the control returns nothing]",
      })
  void withoutArguments(String method, String path, String expected) throws Exception {
    assertThat(reach(method, path, false)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one | /arguments | []",
        "one | /arguments/0 | [com.acme.Side$Cart]",
        "one | /arguments/1 | [int]",
        "one | /arguments/* | [com.acme.Side$Cart, int]",
        "one | /arguments/*/name | [java.lang.String]",
        "one | /arguments/**/name | [java.lang.String]",
        "one | /*/0/count | [int]",
        "one | /**/count | [int, int]",
        "none | /arguments/0/count | [int]",
        "none | /**/count | [int]",
      })
  void withArguments(String method, String path, String expected) throws Exception {
    assertThat(reach(method, path, true)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "one | /arguments/2 | there are 2 arguments, counted from 0]",
        "one | /arguments/x | there are 2 arguments, counted from 0]",
        "nothing | /arguments/0 | [there are 0 arguments, counted from 0]",
        "none | /arguments/0/sum | [com.acme.Side$Cart has no part sum]",
        "nothing | /**/count | [the control returns nothing]",
        "nothing | /count | [the control returns nothing]",
      })
  void deadEndsWithArguments(String method, String path, String expected) throws Exception {
    assertThat(reach(method, path, true)).endsWith(expected);
  }
}
