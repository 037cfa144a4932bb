package com.recordstore.next;

import org.jspecify.annotations.Nullable;

/**
 * Where somebody lives.
 *
 * @param city the city
 * @param state state or province; null where the country has none
 * @param country the country
 */
public record Place(String city, @Nullable String state, String country) {}
