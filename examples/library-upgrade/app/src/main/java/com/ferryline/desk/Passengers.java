package com.ferryline.desk;

import org.apache.commons.text.similarity.HammingDistance;
import org.apache.commons.text.similarity.JaccardSimilarity;
import org.apache.commons.text.similarity.JaroWinklerDistance;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds a passenger by a name that was heard on the phone, by Commons Text. */
public class Passengers {
  /** Returns how far two names are apart. */
  public double distance(String one, String other) {
    return new JaroWinklerDistance().apply(one, other);
  }

  /** Returns the share of letters that two names have in common. */
  public double commonLetters(String one, String other) {
    return new JaccardSimilarity().apply(one, other);
  }

  /** Returns how many letters are wrong in a booking code. */
  public int wrongLetters(String code, String typed) {
    return new HammingDistance().apply(code, typed);
  }

  /** Returns how many letters must change. */
  public int edits(String one, String other) {
    return new LevenshteinDistance().apply(one, other);
  }
}
