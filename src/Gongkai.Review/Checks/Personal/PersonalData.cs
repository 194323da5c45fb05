namespace Gongkai.Review.Checks.Personal;

/// <summary>Finds all personal data in a text; what is one thing is not another as well.</summary>
public static class PersonalData
{
    /// <summary>What is found, in the order of the text.</summary>
    /// <param name="text">What is read.</param>
    /// <param name="today">The day.</param>
    /// <param name="allowed">The numbers that the office makes public itself.</param>
    public static IReadOnlyList<PersonalPiece> Find(string text, DateOnly today, AllowedNumbers allowed)
    {
        var found = new List<PersonalPiece>();
        Add(IdentityNumbers.Find(text, today));
        Add(BankCards.Find(text).Where(piece => !allowed.Has(text, piece)));
        Add(PhoneNumbers.FindMobile(text).Where(piece => !allowed.Has(text, piece)));
        // A landline is the office's more often than not: nobody's name is beside it because of it.
        var people = found.ToList();
        Add(PhoneNumbers.FindLandline(text).Where(piece => !allowed.Has(text, piece)));
        var addresses = HomeAddresses.Find(text, people).ToList();
        Add(addresses);
        Add(PersonalNames.Find(text, [.. people, .. addresses]));
        return [.. found.OrderBy(personal => personal.Piece.Start)];

        void Add(IEnumerable<PersonalPiece> pieces)
        {
            foreach (var piece in pieces.ToList())
            {
                if (!found.Exists(other => other.Piece.Overlaps(piece.Piece)))
                    found.Add(piece);
            }
        }
    }
}
