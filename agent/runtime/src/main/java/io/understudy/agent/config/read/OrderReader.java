package io.understudy.agent.config.read;

import io.understudy.agent.config.OrderConfig;
import io.understudy.agent.config.OrderLimits;
import io.understudy.agent.config.yaml.ConfigProblems;
import io.understudy.agent.config.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/** Reads {@code order:} of a call point, and {@code replay.order:}. Stateless. */
final class OrderReader {
  private static final String EXPECTED =
      "any, thread, or a mapping such as { key: /arguments/0/id, group: accounts }";

  private static final ValueKind<OrderConfig> WORD =
      ValueKinds.kind(
          EXPECTED,
          scalar -> {
            switch (scalar.text()) {
              case "any":
                return OrderConfig.ANY;
              case "thread":
                return OrderConfig.of("thread", null);
              default:
                boolean isPath = scalar.text().startsWith("/") || scalar.text().startsWith("this/");
                throw ValueKinds.unexpected(
                    EXPECTED,
                    scalar,
                    isPath ? "; write order: { key: " + scalar.text() + " }" : "");
            }
          });

  private OrderReader() {}

  /** Reads the order of a call point; any order if there is none, or a problem was added. */
  static OrderConfig read(Section section, ConfigProblems problems, double sample) {
    YamlNode given = section.take("order");
    if (given == null) {
      return OrderConfig.ANY;
    }
    OrderConfig order =
        given instanceof YamlNode.Mapping ? mapping(section.section("order")) : word(section);
    if (!order.isAny() && sample < 1) {
      problems.warn(
          given.where(),
          section.path("order"),
          "with a sample below 100% most calls follow a break: a call that is not sampled is not"
              + " replayed either. Remove sample from this call point");
    }
    return order;
  }

  private static OrderConfig word(Section section) {
    return section.value("order", OrderConfig.ANY, WORD);
  }

  private static OrderConfig mapping(Section section) {
    String group =
        section.optional(
            "group",
            ValueKinds.text(
                "1 to 64 letters, digits, dots, hyphens and underscores", ConfigReader.NAME));
    if (section.take("key") == null) {
      section.refuse("has no key: write thread, or a path such as /arguments/0/id or this/id");
    }
    OrderConfig order = section.optional("key", key(group));
    section.refuseUnknownKeys();
    return order == null ? OrderConfig.ANY : order;
  }

  private static ValueKind<OrderConfig> key(@Nullable String group) {
    return ValueKinds.kind(
        "thread, or a path such as /arguments/0/id or this/id",
        scalar -> OrderConfig.of(scalar.text(), group));
  }

  /** Reads the limits of calls in order. */
  static OrderLimits limits(Section section) {
    OrderLimits limits =
        new OrderLimits(
            section.value("keys", OrderLimits.STANDARD.keys(), ValueKinds.whole(1, 1_000_000)),
            section.value("calls", OrderLimits.STANDARD.calls(), ValueKinds.whole(1, 1_000_000)));
    section.refuseUnknownKeys();
    return limits;
  }
}
