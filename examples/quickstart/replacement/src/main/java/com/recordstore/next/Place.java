package com.recordstore.next;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where somebody lives. The twin for Java 8 of the record in {@code src/main/java17}. */
public final class Place {
  private final String city;
  private final @Nullable String state;
  private final String country;

  /** As the record's canonical constructor. */
  public Place(String city, @Nullable String state, String country) {
    this.city = city;
    this.state = state;
    this.country = country;
  }

  /** The city. */
  public String city() {
    return city;
  }

  /** State or province; null if the country has none. */
  public @Nullable String state() {
    return state;
  }

  /** The country. */
  public String country() {
    return country;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Place)) {
      return false;
    }
    Place that = (Place) other;
    return Objects.equals(city, that.city)
        && Objects.equals(state, that.state)
        && Objects.equals(country, that.country);
  }

  @Override
  public int hashCode() {
    return Objects.hash(city, state, country);
  }

  @Override
  public String toString() {
    return "Place[city=" + city + ", state=" + state + ", country=" + country + "]";
  }
}
