package com.recordstore.next;

import org.jspecify.annotations.Nullable;

/**
 * A customer as a search shows them.
 *
 * @param customerId number of the customer
 * @param firstName first name
 * @param lastName last name
 * @param company company; null for private customers
 * @param city city
 * @param country country
 * @param phone digits of the phone number; null where it is unknown
 */
public record CustomerView(
    int customerId,
    String firstName,
    String lastName,
    @Nullable String company,
    String city,
    String country,
    @Nullable String phone) {}
