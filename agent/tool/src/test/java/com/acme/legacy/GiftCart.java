package com.acme.legacy;

/** A kind of cart. */
public class GiftCart extends Cart {}
