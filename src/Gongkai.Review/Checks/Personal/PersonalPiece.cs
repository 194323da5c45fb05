using Gongkai.Review.Checks.Reading;

namespace Gongkai.Review.Checks.Personal;

/// <summary>What sort of personal data something is.</summary>
public enum PersonalKind
{
    /// <summary>A citizen's identity number.</summary>
    IdentityNumber,

    /// <summary>A mobile telephone number.</summary>
    MobileNumber,

    /// <summary>A landline number.</summary>
    LandlineNumber,

    /// <summary>A bank card's number.</summary>
    BankCard,

    /// <summary>Where somebody lives.</summary>
    HomeAddress,

    /// <summary>Somebody's name, beside one of the others.</summary>
    Name,
}

/// <summary>Personal data that was found in a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Piece">Where it stands in what is read.</param>
/// <param name="Hidden">The characters that are hidden when it is masked, by their places in what is read.</param>
public sealed record PersonalPiece(PersonalKind Kind, Piece Piece, IReadOnlyList<int> Hidden)
{
    /// <summary>A number of which the first and the last digits stay: 3213**********1234.</summary>
    public static PersonalPiece OfNumber(PersonalKind kind, string text, Piece piece, int first, int last)
    {
        var places = Enumerable.Range(piece.Start, piece.Length).Where(place => char.IsAsciiLetterOrDigit(text[place]) || text[place] == '×').ToList();
        return new(kind, piece, [.. places.Skip(first).SkipLast(last)]);
    }

    /// <summary>What it looks like when it is masked; the form in which it may be listed and recorded.</summary>
    public string Masked(string text) => string.Create(Piece.Length, this, (span, personal) =>
    {
        text.AsSpan(personal.Piece.Start, personal.Piece.Length).CopyTo(span);
        foreach (var place in personal.Hidden)
            span[place - personal.Piece.Start] = '*';
    });
}
