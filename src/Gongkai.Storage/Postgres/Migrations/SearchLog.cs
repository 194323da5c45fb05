using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Postgres.Migrations;

/// <summary>What people search for, counted by day.</summary>
[DbContext(typeof(PostgresContext))]
[Migration("20261125000000_SearchLog")]
internal sealed class SearchLog : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder) => migrationBuilder.CreateTable(
        name: "SearchCounts",
        columns: table => new
        {
            Day = table.Column<DateOnly>(nullable: false),
            Query = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
            Position = table.Column<int>(nullable: false),
            Count = table.Column<long>(nullable: false),
            Results = table.Column<int>(nullable: true)
        },
        constraints: table => table.PrimaryKey("PK_SearchCounts", x => new { x.Day, x.Query, x.Position }));

    protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.DropTable(name: "SearchCounts");
}
