"""The nouns: frozen values that every wing may hold, standard library only."""
