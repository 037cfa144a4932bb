package io.understudy.compare.identity;

import io.understudy.compare.identity.Identities.Relation;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The pairs of one namespace in both directions, ordered by the last access. Thread-safe: one lock,
 * held for one look-up.
 */
final class IdNamespace {
  /** The memory of a pair without its ids: two table entries and the objects they refer to. */
  private static final long PAIR_BYTES = 160;

  private final int mostPairs;
  private final long mostBytes;
  private final AtomicLong bytes;

  /** By the control's id; null for an unpaired id. Iterates from the least recently used. */
  private final LinkedHashMap<Id, @Nullable Id> candidates = new LinkedHashMap<>(16, 0.75f, true);

  private final Map<Id, Id> controls = new HashMap<>();
  private final ForgottenIds forgottenControls = new ForgottenIds();
  private final ForgottenIds forgottenCandidates = new ForgottenIds();

  /** Creates a namespace with its own limit of pairs and a byte limit shared by all namespaces. */
  IdNamespace(int mostPairs, long mostBytes, AtomicLong bytes) {
    this.mostPairs = mostPairs;
    this.mostBytes = mostBytes;
    this.bytes = bytes;
  }

  synchronized Relation relation(Id control, Id candidate) {
    Id pairedCandidate = candidates.get(control);
    Id pairedControl = controls.get(candidate);
    if (pairedCandidate != null || pairedControl != null) {
      return candidate.equals(pairedCandidate) ? Relation.PAIRED : Relation.TAKEN;
    }
    // An unpaired id that is still in the table was not forgotten.
    boolean isKnown = candidates.containsKey(control);
    return (!isKnown && forgottenControls.mayContain(control))
            || forgottenCandidates.mayContain(candidate)
        ? Relation.FORGOTTEN
        : Relation.FREE;
  }

  synchronized void bind(Id control, Id candidate) {
    if (relation(control, candidate) != Relation.FREE) {
      return;
    }
    if (candidates.containsKey(control)) {
      drop(control, null);
    }
    candidates.put(control, candidate);
    controls.put(candidate, control);
    bytes.addAndGet(size(control, candidate));
    shrink();
  }

  synchronized void unpaired(Id control) {
    if (!candidates.containsKey(control) && !forgottenControls.mayContain(control)) {
      candidates.put(control, null);
      bytes.addAndGet(size(control, null));
      shrink();
    }
  }

  synchronized Counterpart counterpart(Id control) {
    Id candidate = candidates.get(control);
    if (candidate != null) {
      return Counterpart.paired(candidate);
    }
    if (candidates.containsKey(control)) {
      return Counterpart.none(Counterpart.State.UNPAIRED);
    }
    if (forgottenControls.mayContain(control)) {
      return Counterpart.none(Counterpart.State.FORGOTTEN);
    }
    boolean taken = controls.containsKey(control) || forgottenCandidates.mayContain(control);
    return Counterpart.none(taken ? Counterpart.State.TAKEN : Counterpart.State.UNSEEN);
  }

  synchronized @Nullable Id controlOf(Id candidate) {
    return controls.get(candidate);
  }

  private void shrink() {
    while (candidates.size() > mostPairs || (bytes.get() > mostBytes && !candidates.isEmpty())) {
      Iterator<Map.Entry<Id, @Nullable Id>> oldest = candidates.entrySet().iterator();
      Map.Entry<Id, @Nullable Id> pair = oldest.next();
      Id control = pair.getKey();
      Id candidate = pair.getValue();
      drop(control, candidate);
      forgottenControls.add(control);
      if (candidate != null) {
        forgottenCandidates.add(candidate);
      }
    }
  }

  private void drop(Id control, @Nullable Id candidate) {
    candidates.remove(control);
    if (candidate != null) {
      controls.remove(candidate);
    }
    bytes.addAndGet(-size(control, candidate));
  }

  private static long size(Id control, @Nullable Id candidate) {
    return PAIR_BYTES + control.bytes() + (candidate == null ? 0 : candidate.bytes());
  }
}
