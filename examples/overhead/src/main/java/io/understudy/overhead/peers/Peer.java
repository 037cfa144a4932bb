package io.understudy.overhead.peers;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.understudy.compare.rule.Rules;
import io.understudy.compare.walk.Differ;
import io.understudy.value.PathPattern;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import net.javacrumbs.jsonunit.core.Configuration;
import net.javacrumbs.jsonunit.core.Option;
import net.javacrumbs.jsonunit.core.internal.Diff;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonConfiguration;
import org.assertj.core.api.recursive.comparison.RecursiveComparisonDifferenceCalculator;
import org.javers.core.Javers;
import org.javers.core.JaversBuilder;
import org.javers.core.diff.ListCompareAlgorithm;
import org.skyscreamer.jsonassert.JSONCompare;
import org.skyscreamer.jsonassert.JSONCompareMode;
import org.skyscreamer.jsonassert.JSONCompareResult;

/** The measured comparators, each used as documented for the input. */
public enum Peer {
  /** Understudy, without any key. */
  UNDERSTUDY("Understudy") {
    @Override
    Tool tool(Input input) {
      Rules rules =
          input.isUnordered()
              ? Rules.builder()
                  .unordered(PathPattern.parse(input == Input.TREE ? "/**/children" : "/customers"))
                  .build()
              : Rules.none();
      Differ differ = Differ.with(rules);
      return (control, candidate) -> differ.compare(control, candidate).count();
    }
  },
  /** Jackson's trees, compared by their equals; unordered ones counted in a hash map. */
  JACKSON("Jackson trees") {
    @Override
    Tool tool(Input input) {
      ObjectMapper mapper = mapper();
      return (control, candidate) -> {
        JsonNode a = mapper.valueToTree(control);
        JsonNode b = mapper.valueToTree(candidate);
        return input.isUnordered() && a.has("customers")
            ? uncounted(a.get("customers"), b.get("customers"))
            : a.equals(b) ? 0 : 1;
      };
    }
  },
  /** JaVers; it pairs unordered elements by their {@code @Id}. */
  JAVERS("JaVers") {
    @Override
    Tool tool(Input input) {
      Javers javers =
          JaversBuilder.javers()
              .withListCompareAlgorithm(
                  input.isUnordered() ? ListCompareAlgorithm.AS_SET : ListCompareAlgorithm.SIMPLE)
              .build();
      return (control, candidate) -> javers.compare(control, candidate).getChanges().size();
    }
  },
  /** JSONassert, on texts that Jackson writes from the objects. */
  JSON_ASSERT("JSONassert") {
    @Override
    Tool tool(Input input) {
      ObjectMapper mapper = mapper();
      JSONCompareMode mode =
          input.isUnordered() ? JSONCompareMode.NON_EXTENSIBLE : JSONCompareMode.STRICT;
      return (control, candidate) -> {
        String a = mapper.writeValueAsString(control);
        String b = mapper.writeValueAsString(candidate);
        JSONCompareResult result = JSONCompare.compareJSON(a, b, mode);
        return result.passed()
            ? 0
            : Math.max(
                1,
                result.getFieldFailures().size()
                    + result.getFieldMissing().size()
                    + result.getFieldUnexpected().size());
      };
    }
  },
  /** JsonUnit, on trees that Jackson creates from the objects. */
  JSON_UNIT("JsonUnit") {
    @Override
    Tool tool(Input input) {
      ObjectMapper mapper = mapper();
      Configuration exact = Configuration.empty().withTolerance(BigDecimal.ZERO);
      Configuration base =
          input.isUnordered() ? exact.withOptions(Option.IGNORING_ARRAY_ORDER) : exact;
      return (control, candidate) -> {
        long[] count = {0};
        JsonNode a = mapper.valueToTree(control);
        JsonNode b = mapper.valueToTree(candidate);
        boolean similar =
            Diff.create(a, b, "", "", base.withDifferenceListener((d, c) -> count[0]++)).similar();
        return similar ? 0 : Math.max(1, count[0]);
      };
    }
  },
  /** AssertJ's recursive comparison, without the cost of its exception. */
  ASSERTJ("AssertJ recursive") {
    @Override
    Tool tool(Input input) {
      RecursiveComparisonConfiguration configuration =
          RecursiveComparisonConfiguration.builder()
              .withIgnoreCollectionOrder(input.isUnordered())
              .build();
      return (control, candidate) ->
          new RecursiveComparisonDifferenceCalculator()
              .determineDifferences(candidate, control, configuration)
              .size();
    }
  };

  final String title;

  Peer(String title) {
    this.title = title;
  }

  /** Returns the tool, set up for an input. */
  abstract Tool tool(Input input);

  private static ObjectMapper mapper() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .visibility(PropertyAccessor.FIELD, Visibility.ANY)
        .build();
  }

  /** Counts the elements of the first without an equal partner in the second. */
  private static long uncounted(JsonNode mine, JsonNode theirs) {
    Map<JsonNode, Integer> counts = new HashMap<>();
    theirs.forEach(node -> counts.merge(node, 1, Integer::sum));
    long alone = 0;
    for (JsonNode node : mine) {
      Integer left = counts.get(node);
      if (left == null || left == 0) {
        alone++;
      } else {
        counts.put(node, left - 1);
      }
    }
    return alone;
  }
}
