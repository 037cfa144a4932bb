package io.understudy.tool.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Signatures of JVMS 4.7.9.1, and malformed ones that tools leave. */
class GenericSignatureTest {
  private static String method(@Nullable String signature, String descriptor) {
    return GenericSignature.method(signature, descriptor).toString();
  }

  @Test
  void descriptors() {
    assertThat(method(null, "(I[[JLjava/lang/String;)V"))
        .isEqualTo("[int, long[][], java.lang.String, void]");
    assertThat(GenericSignature.field(null, "[Lcom/acme/Cart$Line;"))
        .hasToString("com.acme.Cart$Line[]");
  }

  @Test
  void typeArguments() {
    assertThat(
            GenericSignature.field(
                "Ljava/util/Map<Ljava/lang/String;Ljava/util/List<[I>;>;", "Ljava/util/Map;"))
        .hasToString("java.util.Map<java.lang.String, java.util.List<int[]>>");
    assertThat(GenericSignature.field("Ljava/util/List<+Lcom/acme/Line;>;", "Ljava/util/List;"))
        .hasToString("java.util.List<com.acme.Line>");
    assertThat(GenericSignature.field("Lp/A<-Lp/B;*>;", "Lp/A;")).hasToString("p.A<?, ?>");
    assertThat(GenericSignature.field("Lp/A<Lp/B;>.C<Lp/D;>;", "Lp/A$C;"))
        .hasToString("p.A$C<p.D>");
  }

  @Test
  void variablesOfTheMethodAreTheirBounds() {
    assertThat(
            method(
                "<T:Lcom/acme/Line;S::Ljava/lang/Runnable;>(TT;TS;TX;)Ljava/util/List<TT;>;^Lp/E;",
                "(Lcom/acme/Line;Ljava/lang/Runnable;Ljava/lang/Object;)Ljava/util/List;"))
        .isEqualTo("[com.acme.Line, java.lang.Runnable, ?, java.util.List<com.acme.Line>]");
    assertThat(method("<T::Ljava/lang/Comparable<TT;>;>()TT;", "()Ljava/lang/Comparable;"))
        .isEqualTo("[java.lang.Comparable<?>]");
  }

  @Test
  void classes() {
    String signature = "<T:Ljava/lang/Object;U:Lp/B;>Lp/Base<TT;>;Ljava/lang/Iterable<TU;>;";

    assertThat(GenericSignature.variables(signature).toString())
        .isEqualTo("{T=java.lang.Object, U=p.B}");
    assertThat(GenericSignature.supertypes(signature).toString())
        .isEqualTo("[p.Base<T>, java.lang.Iterable<U>]");
  }

  @Test
  void malformedSignatureFallsBackToTheDescriptor() {
    for (String broken : new String[] {"", "(", "<T", "<T:", "(Ljava/util/List<", "(TT", "()L"}) {
      assertThat(method(broken, "(I)J")).as(broken).isEqualTo("[int, long]");
      assertThat(GenericSignature.field(broken, "I")).as(broken).hasToString("int");
      assertThat(GenericSignature.supertypes(broken.isEmpty() ? "<" : broken)).isEmpty();
    }
    assertThat(method("(II)J", "(I)J")).isEqualTo("[int, long]");
  }
}
