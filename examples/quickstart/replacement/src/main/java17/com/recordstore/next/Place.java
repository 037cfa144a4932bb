package com.recordstore.next;

import org.jspecify.annotations.Nullable;

/**
 * A place of residence.
 *
 * @param city the city
 * @param state state or province; null if the country has none
 * @param country the country
 */
public record Place(String city, @Nullable String state, String country) {}
