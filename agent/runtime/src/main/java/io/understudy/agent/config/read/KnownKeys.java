package io.understudy.agent.config.read;

import io.understudy.agent.config.NearestWord;
import io.understudy.agent.config.yaml.KeyPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The names of all keys: those of this version, and those that are planned. Stateless. */
final class KnownKeys {
  /** The keys of this version; {@code []} stands for any element of a list. */
  static final List<String> ALL =
      list(
          "application",
          "on-error",
          "reload",
          "journal.directory",
          "journal.redact",
          "journal.flush",
          "journal.rotate.size",
          "journal.examples-per-hour",
          "replay.threads",
          "replay.queue.calls",
          "replay.queue.bytes",
          "replay.queue.age",
          "replay.timeout",
          "replay.completion",
          "replay.properties",
          "replay.stuck",
          "replay.drain",
          "replay.comparison",
          "replay.allocation",
          "replay.stop",
          "replay.order.keys",
          "replay.order.calls",
          "budget.cpu",
          "budget.caller",
          "snapshot.nodes",
          "snapshot.bytes",
          "snapshot.time",
          "metrics.prometheus.host",
          "metrics.prometheus.port",
          "types",
          "noise.repeat",
          "packages",
          "immutable",
          "unanswered",
          "compare",
          "calls[].name",
          "calls[].control",
          "calls[].candidate",
          "calls[].candidate.class",
          "calls[].candidate.method",
          "calls[].candidate.classpath",
          "calls[].candidate.shared",
          "calls[].candidate.instance",
          "calls[].candidate.bean",
          "calls[].candidate.host",
          "calls[].candidate.token-file",
          "calls[].candidate.tls.trust",
          "calls[].candidate.http.url",
          "calls[].candidate.http.method",
          "calls[].candidate.http.headers",
          "calls[].candidate.http.body",
          "calls[].candidate.http.result",
          "calls[].candidate.http.status",
          "calls[].candidate.http.connect-timeout",
          "calls[].candidate.http.connections",
          "calls[].candidate.http.answer",
          "calls[].candidate.http.trust",
          "calls[].factory",
          "calls[].arguments",
          "calls[].types",
          "calls[].drop",
          "calls[].adapter",
          "calls[].packages",
          "calls[].immutable",
          "calls[].unanswered",
          "calls[].sample",
          "calls[].timeout",
          "calls[].completion",
          "calls[].snapshot.nodes",
          "calls[].snapshot.bytes",
          "calls[].snapshot.time",
          "calls[].order",
          "calls[].idempotent",
          "calls[].noise.repeat",
          "calls[].accept[].id",
          "calls[].accept[].where.path",
          "calls[].accept[].where.kind",
          "calls[].accept[].where.delta",
          "calls[].accept[].where.control",
          "calls[].accept[].where.candidate",
          "calls[].accept[].where.explained",
          "calls[].accept[].where.exceptions.control",
          "calls[].accept[].where.exceptions.candidate",
          "calls[].accept[].reason",
          "calls[].accept[].owner",
          "calls[].accept[].until",
          "calls[].accept[].limit.rate",
          "calls[].accept[].limit.calls",
          "calls[].accept[].limit.amount",
          "calls[].compare-defaults",
          "calls[].compare.mode",
          "calls[].compare.ignore",
          "calls[].compare.ignore-where",
          "calls[].compare.only",
          "calls[].compare.tolerate",
          "calls[].compare.decimal",
          "calls[].compare.days",
          "calls[].compare.any-value",
          "calls[].compare.unordered",
          "calls[].compare.as-set",
          "calls[].compare.keyed",
          "calls[].compare.rename",
          "calls[].compare.similar-names",
          "calls[].compare.types",
          "calls[].compare.absent-is-null",
          "calls[].compare.null-is-empty",
          "calls[].compare.text",
          "calls[].compare.text-as-number",
          "calls[].compare.mask",
          "calls[].compare.codes",
          "calls[].compare.round",
          "calls[].compare.parse",
          "calls[].compare.matches",
          "calls[].compare.comparator",
          "calls[].compare.identity",
          "calls[].compare.exceptions.class",
          "calls[].compare.exceptions.message",
          "calls[].compare.exceptions.cause",
          "calls[].compare.exceptions.classes",
          "calls[].compare.arguments");

  /** Planned keys that this version does not support. */
  static final List<String> LATER = list("gate");

  private KnownKeys() {}

  /** Returns the message for an unknown key at {@code parent}; {@code known} are the keys there. */
  static String unknownKeyMessage(String parent, String name, Collection<String> known) {
    String general = KeyPath.child(parent, name).replaceAll("\\[\\d+]", "[]");
    if (LATER.contains(general)) {
      return "this version of Understudy does not have it yet; remove the key";
    }
    String near = NearestWord.didYouMean(name, known);
    return "there is no such key here"
        + (near.isEmpty() ? otherPlaces(name) : near)
        + " Known here: "
        + String.join(", ", new TreeSet<>(known))
        + ".";
  }

  private static String otherPlaces(String name) {
    Set<String> places = new TreeSet<>();
    for (String key : ALL) {
      String path = key;
      while (!path.isEmpty()) {
        int dot = path.lastIndexOf('.');
        if (path.substring(dot + 1).equals(name)) {
          places.add(path);
        }
        path = dot < 0 ? "" : path.substring(0, dot);
      }
    }
    return places.isEmpty() ? "." : "; it belongs at " + String.join(" or ", places) + ".";
  }

  private static List<String> list(String... keys) {
    return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(keys)));
  }
}
