package io.understudy.agent.convert;

import static io.understudy.agent.convert.Conversions.convert;
import static io.understudy.agent.convert.Conversions.refuses;
import static org.assertj.core.api.Assertions.assertThat;

import io.understudy.agent.convert.Conversions.OldChild;
import io.understudy.agent.convert.Conversions.OldParent;
import io.understudy.agent.convert.Conversions.OldStatus;
import io.understudy.agent.convert.Conversions.Parent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ContainerConversionTest {
  @Test
  void listIsNeverASet() {
    refuses(
        "set",
        Arrays.asList(1, 2),
        "/0 is a java.util.Arrays$ArrayList and the candidate takes a"
            + " java.util.Set<java.lang.String>");
  }

  @Test
  void elementsThatBecomeEqualAreRefused() {
    Set<Object> source = new HashSet<>(Arrays.asList("A", OldStatus.A));
    refuses("set", source, "/0 has elements or keys that are equal in the candidate's classes");
  }

  @Test
  void setIsFilledLastWhereItsElementsLeadToAnIncompleteObject() throws Exception {
    OldParent source = new OldParent();
    OldChild child = new OldChild();
    child.parent = source;
    source.all.add(child);
    source.distinct.add(child);
    Parent parent = (Parent) convert("parent", source);
    assertThat(parent.all.get(0).parent).isSameAs(parent);
    assertThat(parent.distinct).contains(parent.all.get(0));
    refuses(
        "document", source, "/0/distinct belongs to a cycle, which a set of documents cannot keep");
  }

  @Test
  void setKeepsTheOrderOfASortedSet() throws Exception {
    TreeSet<Object> source = new TreeSet<>(Collections.reverseOrder());
    source.add('a');
    source.add('b');
    assertThat(new ArrayList<>((Set<?>) convert("set", source))).isEqualTo(Arrays.asList("b", "a"));
  }

  @Test
  void sortedSetWithAnotherOrderIsRefused() throws Exception {
    TreeSet<Object> source = new TreeSet<>(Arrays.asList('a', 'b'));
    assertThat(convert("sorted", source)).isEqualTo(new TreeSet<>(Arrays.asList("a", "b")));
    refuses("sorted", source.descendingSet(), "/0 has another order in the candidate's classes");
  }
}
