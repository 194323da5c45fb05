using System.Collections.Frozen;

namespace Gongkai.Review.Checks;

/// <summary>The checks before publication by name. The names stay as they are: settings and records have them.</summary>
public static class CheckNames
{
    /// <summary>Metadata that the definition or the settings require is empty.</summary>
    public const string RequiredMetadata = "RequiredMetadata";

    /// <summary>A citizen's identity number.</summary>
    public const string IdentityNumber = "IdentityNumber";

    /// <summary>A bank card's number.</summary>
    public const string BankCard = "BankCard";

    /// <summary>A mobile telephone number.</summary>
    public const string MobileNumber = "MobileNumber";

    /// <summary>A landline number.</summary>
    public const string LandlineNumber = "LandlineNumber";

    /// <summary>Where somebody lives.</summary>
    public const string HomeAddress = "HomeAddress";

    /// <summary>Somebody's name beside other personal data.</summary>
    public const string PersonalName = "PersonalName";

    /// <summary>An attachment of which the text could not be read, and that nobody has looked at.</summary>
    public const string UnreadFile = "UnreadFile";

    /// <summary>A word that is written wrong.</summary>
    public const string WrongWord = "WrongWord";

    /// <summary>A word that must be looked at: a mark of secrecy, what the site does not say.</summary>
    public const string SensitiveWord = "SensitiveWord";

    /// <summary>A link within the site that leads nowhere.</summary>
    public const string DeadLink = "DeadLink";

    /// <summary>A picture without a text for those who do not see it.</summary>
    public const string PictureText = "PictureText";

    /// <summary>Publication later than 20 working days after issue.</summary>
    public const string LatePublication = "LatePublication";

    /// <summary>A policy that needs an interpretation and has none.</summary>
    public const string MissingInterpretation = "MissingInterpretation";

    /// <summary>A quotation that its source does not say any more, or of a source that is not public.</summary>
    public const string OutdatedQuote = "OutdatedQuote";

    /// <summary>All of them, in the order in which they are listed, with their severity where no setting says another.</summary>
    public static IReadOnlyList<KeyValuePair<string, CheckSeverity>> Defaults { get; } =
    [
        new(RequiredMetadata, CheckSeverity.Blocking),
        new(IdentityNumber, CheckSeverity.Blocking),
        new(BankCard, CheckSeverity.Blocking),
        new(MobileNumber, CheckSeverity.Blocking),
        new(LandlineNumber, CheckSeverity.Warning),
        new(HomeAddress, CheckSeverity.Warning),
        new(PersonalName, CheckSeverity.Warning),
        new(UnreadFile, CheckSeverity.Blocking),
        new(SensitiveWord, CheckSeverity.Blocking),
        new(WrongWord, CheckSeverity.Warning),
        new(DeadLink, CheckSeverity.Warning),
        new(PictureText, CheckSeverity.Warning),
        new(LatePublication, CheckSeverity.Warning),
        new(MissingInterpretation, CheckSeverity.Warning),
        new(OutdatedQuote, CheckSeverity.Warning),
    ];

    private static readonly FrozenDictionary<string, CheckSeverity> ByName = Defaults.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether there is a check of a name.</summary>
    public static bool IsKnown(string name) => ByName.ContainsKey(name);

    /// <summary>The severity of a check where no setting says another.</summary>
    public static CheckSeverity DefaultOf(string name) => ByName.GetValueOrDefault(name, CheckSeverity.Warning);
}
