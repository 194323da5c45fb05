using System.Linq.Expressions;
using Gongkai.Content;
using Microsoft.EntityFrameworkCore;

namespace Gongkai.Storage;

/// <summary>Whose rows of the lists are whose.</summary>
internal static class ResponsibleRows
{
    /// <summary>Those that a user sees, and of them, when somebody is named, those that are theirs.</summary>
    public static IQueryable<ListRow> Of(StorageContext context, IReadOnlyCollection<string> types, OfficeChoice? offices, ResponsibleChoice? responsible)
    {
        var rows = ItemListQuery.Fitting(context, new() { ContentTypes = types, Offices = offices });
        if (responsible is null)
            return rows;
        var name = responsible.Name.ToLowerInvariant();
        var isSomebody = name.Length > 0;
        string[] people = [.. responsible.People.Where(person => StorableText.IsStorable(person)).Select(person => person.ToLowerInvariant())];
        var theirs = ItemListQuery.Carrying(context, OfficeChoice.Taxonomy, responsible.Offices);
        if (responsible.Staffed is null)
            return rows.Where(row => (isSomebody && row.Maker == name) || (!people.Contains(row.Maker) && theirs.Contains(row.LatestKey)));
        var others = ItemListQuery.Carrying(context, OfficeChoice.Taxonomy, responsible.Staffed);
        return rows.Where(row => (isSomebody && row.Maker == name) || (!people.Contains(row.Maker) && (theirs.Contains(row.LatestKey) || !others.Contains(row.LatestKey))));
    }

    /// <summary>The issuers that some newest versions name.</summary>
    public static async Task<ILookup<long, string>> IssuersAsync(StorageContext context, IReadOnlyCollection<long> latestKeys, CancellationToken cancellationToken)
    {
        long[] keys = [.. latestKeys];
        var terms = await context.Terms.AsNoTracking().Where(term => keys.Contains(term.VersionKey) && term.TaxonomyId == OfficeChoice.Taxonomy)
            .OrderBy(term => term.TermId).Select(term => new { term.VersionKey, term.TermId }).ToListAsync(cancellationToken);
        return terms.ToLookup(term => term.VersionKey, term => term.TermId);
    }

    /// <summary>The rows for which one of some conditions holds.</summary>
    public static IQueryable<ListRow> WhereAny(this IQueryable<ListRow> rows, IEnumerable<Expression<Func<ListRow, bool>>> conditions)
    {
        var row = Expression.Parameter(typeof(ListRow), "row");
        var any = conditions.Select(condition => new Renaming(condition.Parameters[0], row).Visit(condition.Body)).Aggregate(Expression.OrElse);
        return rows.Where(Expression.Lambda<Func<ListRow, bool>>(any, row));
    }

    private sealed class Renaming(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
