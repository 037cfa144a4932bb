package com.recordstore.next;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How often a customer bought from a genre. The twin for Java 8 of the record in {@code
 * src/main/java17}.
 */
public final class GenreTally {
  private final String genre;
  private final int tracks;

  /** As the record's canonical constructor. */
  public GenreTally(String genre, int tracks) {
    this.genre = genre;
    this.tracks = tracks;
  }

  /** Name of the genre. */
  public String genre() {
    return genre;
  }

  /** How many tracks. */
  public int tracks() {
    return tracks;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof GenreTally)) {
      return false;
    }
    GenreTally that = (GenreTally) other;
    return Objects.equals(genre, that.genre) && tracks == that.tracks;
  }

  @Override
  public int hashCode() {
    return Objects.hash(genre, tracks);
  }

  @Override
  public String toString() {
    return "GenreTally[genre=" + genre + ", tracks=" + tracks + "]";
  }
}
