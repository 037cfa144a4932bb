package io.understudy.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Generates pairs of classes with the same parts: on the control's side beans and classes that
 * never change, on the candidate's side records, beans, classes that never change and builders. The
 * same seed gives the same sources. Immutable.
 *
 * <p>{@code Values.make(seed)} of the control's side returns a {@code C0}; {@code Service.echo} of
 * both sides returns its argument. Objects are shared, and beans refer to themselves.
 */
public final class ShapePairs {
  /** Types of parts: the control's, the candidate's, and an expression of a random value. */
  private static final String[][] TYPES = {
    {"int", "int", "r.nextInt()"},
    {"int", "long", "r.nextInt()"},
    {"long", "java.math.BigInteger", "r.nextLong()"},
    {"Integer", "java.math.BigDecimal", "r.nextBoolean() ? null : (Integer) r.nextInt()"},
    {"double", "double", "r.nextInt() / 8.0"},
    {"float", "double", "r.nextFloat()"},
    {"java.math.BigDecimal", "java.math.BigDecimal", "new java.math.BigDecimal(\"1.\" + r.nextInt(900))"},
    {"boolean", "Boolean", "r.nextBoolean()"},
    {"char", "char", "(char) ('a' + r.nextInt(20))"},
    {"char", "String", "(char) ('a' + r.nextInt(20))"},
    {"String", "String", "r.nextInt(5) == 0 ? null : \"t\" + r.nextInt(9)"},
    {"Color", "Color", "Color.values()[r.nextInt(3)]"},
    {"Color", "String", "Color.values()[r.nextInt(3)]"},
    {"String", "Color", "Color.values()[r.nextInt(3)].name()"},
    {"java.util.Date", "java.time.Instant", "new java.util.Date(r.nextInt())"},
    {"java.time.LocalDate", "java.time.LocalDate", "java.time.LocalDate.ofEpochDay(r.nextInt(9999))"},
    {"java.util.Calendar", "java.time.Instant", "new java.util.GregorianCalendar(2020, 1, r.nextInt(9))"},
    {"String", "java.util.Optional<String>", "r.nextBoolean() ? null : \"o\" + r.nextInt(9)"},
    {"java.util.Optional<Color>", "java.util.Optional<Color>",
        "java.util.Optional.of(Color.values()[r.nextInt(3)])"},
    {"int[]", "java.util.List<Long>", "new int[] {r.nextInt(), 2}"},
    {"java.util.List<Integer>", "long[]", "java.util.Arrays.asList(r.nextInt(), 3)"},
    {"byte[]", "byte[]", "new byte[] {(byte) r.nextInt(), 2}"},
    {"java.util.Set<Color>", "java.util.Set<Color>",
        "new java.util.HashSet<Color>(java.util.Arrays.asList(Color.RED, Color.values()[r.nextInt(3)]))"},
    {"java.util.Set<String>", "java.util.SortedSet<String>",
        "new java.util.HashSet<String>(java.util.Arrays.asList(\"a\", \"b\" + r.nextInt(9)))"},
    {"java.util.Map<Color, Integer>", "java.util.EnumMap<Color, Long>",
        "java.util.Collections.singletonMap(Color.values()[r.nextInt(3)], r.nextInt())"},
    {"java.util.UUID", "java.util.UUID", "new java.util.UUID(r.nextLong(), r.nextLong())"},
  };

  /** The same for parts that hold objects of a later class, which is {@code #}. */
  private static final String[][] NESTED = {
    {"#", "#", "#()"},
    {"#", "java.util.Optional<#>", "r.nextBoolean() ? null : #()"},
    {"java.util.List<#>", "java.util.List<#>", "new java.util.ArrayList<#>(java.util.Arrays.asList(#(), #()))"},
    {"#[]", "java.util.List<#>", "new #[] {#(), null, #()}"},
    {"java.util.List<#>", "#[]", "java.util.Arrays.asList(#(), #())"},
    {"java.util.Map<String, #>", "java.util.Map<String, #>",
        "new java.util.HashMap<String, #>(java.util.Collections.singletonMap(\"k\", #()))"},
    {"java.util.Map<String, java.util.List<#>>", "java.util.SortedMap<String, java.util.List<#>>",
        "new java.util.TreeMap<String, java.util.List<#>>(java.util.Collections.singletonMap(\"k\","
            + " java.util.Arrays.asList(#())))"},
    {"Box<#>", "Box<#>", "new Box<#>(#())"},
  };

  private static final int MOST_CLASSES = 4;
  private static final int MOST_PARTS = 7;

  private final List<String> control = new ArrayList<>();
  private final List<String> candidate = new ArrayList<>();
  private final StringBuilder makers = new StringBuilder();
  private final String controlPackage;
  private final String candidatePackage;
  private final Random random;
  private final int release;

  /**
   * Generates a pair of packages.
   *
   * @param release the Java version of the candidate's sources; records from 17
   */
  public ShapePairs(long seed, int release, String controlPackage, String candidatePackage) {
    this.random = new Random(seed);
    this.release = release;
    this.controlPackage = controlPackage;
    this.candidatePackage = candidatePackage;
    int classes = 1 + random.nextInt(MOST_CLASSES);
    for (int i = 0; i < classes; i++) {
      pair(i, classes);
    }
    both("public enum Color { RED, GREEN, BLUE }");
    both("public final class Box<T> { private final T content; public Box(T content) {"
        + " this.content = content; } }");
    both("public final class Service { public static C0 echo(C0 c) { return c; } }");
    control(
        "public final class Values { private final java.util.Random r; private Values(long s) { r ="
            + " new java.util.Random(s); } public static C0 make(long s) { return new"
            + " Values(s).C0(); }\n"
            + makers
            + "}");
  }

  private void both(String type) {
    control(type);
    candidate.add("package " + candidatePackage + ";\n" + type);
  }

  private void control(String type) {
    control.add("package " + controlPackage + ";\n" + type);
  }

  /** The control's sources, for Java 8. */
  public String[] controlSources() {
    return control.toArray(new String[0]);
  }

  /** The candidate's sources, for the given Java version. */
  public String[] candidateSources() {
    return candidate.toArray(new String[0]);
  }

  private void pair(int index, int classes) {
    String name = "C" + index;
    boolean isBean = random.nextBoolean();
    int way = random.nextInt(release >= 17 ? 5 : 4);
    List<String[]> parts = new ArrayList<>();
    int count = 1 + random.nextInt(MOST_PARTS);
    for (int i = 0; i < count; i++) {
      boolean isNested = index + 1 < classes && random.nextInt(3) == 0;
      String[] type =
          isNested
              ? NESTED[random.nextInt(NESTED.length)]
              : TYPES[random.nextInt(TYPES.length)];
      String later = "C" + (index + 1 + (isNested ? random.nextInt(classes - index - 1) : 0));
      parts.add(
          new String[] {
            "p" + i,
            type[0].replace("#", later),
            type[1].replace("#", later),
            isNested ? type[2].replace("#", later) : type[2]
          });
    }
    boolean hasPeer = isBean && way == 0;
    if (hasPeer) {
      parts.add(new String[] {"peer", name, name, "null"});
    }
    control(isBean ? bean(name, parts, 1) : fixed(name, parts, 1));
    candidate.add("package " + candidatePackage + ";\n" + next(name, parts, way));
    maker(name, parts, isBean, hasPeer);
  }

  private static String next(String name, List<String[]> parts, int way) {
    switch (way) {
      case 0:
        return bean(name, parts, 2);
      case 1:
        return fixed(name, parts, 2);
      case 2:
        return builder(name, parts);
      case 3:
        return mixed(name, parts);
      default:
        return "public record " + name + "(" + parameters(parts, 2) + ") {}";
    }
  }

  private static String bean(String name, List<String[]> parts, int side) {
    StringBuilder out = new StringBuilder("public class " + name + " {\n");
    for (String[] part : parts) {
      out.append("private ").append(part[side]).append(' ').append(part[0]).append(";\n");
      setter(out, part, side, "void", "set", "");
    }
    return out.append("}").toString();
  }

  private static void setter(
      StringBuilder out, String[] part, int side, String returned, String prefix, String end) {
    String property =
        prefix.isEmpty() ? part[0] : Character.toUpperCase(part[0].charAt(0)) + part[0].substring(1);
    out.append("public ").append(returned).append(' ').append(prefix).append(property);
    out.append('(').append(part[side]).append(" v) { this.").append(part[0]).append(" = v; ");
    out.append(end).append("}\n");
  }

  private static String parameters(List<String[]> parts, int side) {
    List<String> parameters = new ArrayList<>();
    parts.forEach(part -> parameters.add(part[side] + " " + part[0]));
    return String.join(", ", parameters);
  }

  private static String fixed(String name, List<String[]> parts, int side) {
    StringBuilder out = new StringBuilder("public final class " + name + " {\n");
    StringBuilder body = new StringBuilder();
    for (String[] part : parts) {
      out.append("private final ").append(part[side]).append(' ').append(part[0]).append(";\n");
      body.append("this.").append(part[0]).append(" = ").append(part[0]).append("; ");
    }
    return out
        + "public "
        + name
        + "("
        + parameters(parts, side)
        + ") { "
        + body
        + "}\n}";
  }

  /** The first part by the constructor, the others by setters. */
  private static String mixed(String name, List<String[]> parts) {
    StringBuilder out = new StringBuilder("public class " + name + " {\n");
    for (String[] part : parts) {
      boolean isFirst = part == parts.get(0);
      out.append("private ").append(isFirst ? "final " : "");
      out.append(part[2]).append(' ').append(part[0]).append(";\n");
      if (!isFirst) {
        setter(out, part, 2, "void", "set", "");
      }
    }
    String[] first = parts.get(0);
    return out
        + ("public " + name + "(" + first[2] + " " + first[0] + ") { ")
        + ("this." + first[0] + " = " + first[0] + "; }\n}");
  }

  private static String builder(String name, List<String[]> parts) {
    StringBuilder out = new StringBuilder("public final class " + name + " {\n");
    StringBuilder copies = new StringBuilder();
    StringBuilder inside = new StringBuilder();
    for (String[] part : parts) {
      out.append("private final ").append(part[2]).append(' ').append(part[0]).append(";\n");
      inside.append("private ").append(part[2]).append(' ').append(part[0]).append(";\n");
      setter(inside, part, 2, "Builder", "", "return this; ");
      copies.append("this.").append(part[0]).append(" = b.").append(part[0]).append("; ");
    }
    return out
        + ("private " + name + "(Builder b) { " + copies + "}\n")
        + "public static Builder builder() { return new Builder(); }\n"
        + ("public static final class Builder {\n" + inside)
        + ("public " + name + " build() { return new " + name + "(this); }\n}\n}");
  }

  private void maker(String name, List<String[]> parts, boolean isBean, boolean hasPeer) {
    String pool = name.toLowerCase(java.util.Locale.ROOT) + "s";
    makers.append("private final java.util.List<").append(name).append("> ").append(pool);
    makers.append(" = new java.util.ArrayList<").append(name).append(">();\n");
    makers.append("private ").append(name).append(' ').append(name).append("() {\n");
    makers.append("if (!").append(pool).append(".isEmpty() && r.nextInt(3) == 0) return ");
    makers.append(pool).append(".get(r.nextInt(").append(pool).append(".size()));\n");
    if (isBean) {
      makers.append(name).append(" made = new ").append(name).append("();\n");
      for (String[] part : parts) {
        String property = Character.toUpperCase(part[0].charAt(0)) + part[0].substring(1);
        String value = hasPeer && part[0].equals("peer") ? "made" : part[3];
        makers.append("made.set").append(property).append('(').append(value).append(");\n");
      }
    } else {
      List<String> values = new ArrayList<>();
      parts.forEach(part -> values.add(part[3]));
      makers.append(name).append(" made = new ").append(name).append('(');
      makers.append(String.join(", ", values)).append(");\n");
    }
    makers.append(pool).append(".add(made);\nreturn made;\n}\n");
  }
}
