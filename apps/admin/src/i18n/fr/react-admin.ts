/** What ra-language-french lacks, or says otherwise than we do. */
export const reactAdmin = {
  ra: {
    auth: {
      auth_check_error: 'Connectez-vous pour continuer.',
      sign_in_error: 'Identifiant ou mot de passe incorrect.',
    },
    notification: { http_error: 'Le serveur ne répond pas. Vérifiez votre connexion, puis réessayez.' },
  },
};
